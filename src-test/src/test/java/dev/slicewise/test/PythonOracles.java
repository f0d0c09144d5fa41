package dev.slicewise.test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The program that draws tables and asks scikit-learn and others about them, in an environment of
 * its own below the build folder.
 */
final class PythonOracles {
  private static final Path SOURCES = Spark.project().resolve("src-test/src/test/python");

  private PythonOracles() {}

  /** Writes the tables and values of these families, of all if none, and returns their folder. */
  static Path write(long seed, List<String> families) throws IOException, InterruptedException {
    return write(Spark.target("differential/tables"), seed, families);
  }

  /** Writes them to a folder of their own. */
  static Path write(Path folder, long seed, List<String> families)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(folder.toString(), Long.toString(seed)));
    arguments.addAll(families);
    run("differential", arguments);
    return folder;
  }

  /** Runs another program of the package: its module and what it is given. */
  static void program(String module, Path... files) throws IOException, InterruptedException {
    run(module, Stream.of(files).map(Path::toString).toList());
  }

  private static void run(String module, List<String> arguments)
      throws IOException, InterruptedException {
    PythonEnvironment environment =
        new PythonEnvironment(
            Spark.target("differential/environment"), SOURCES.resolve("requirements.txt"));
    List<String> command = new ArrayList<>(List.of(environment.interpreter(), "-m", module));
    command.addAll(arguments);
    PythonEnvironment.run(
        Map.of("PYTHONPATH", SOURCES.toString(), "PYTHONDONTWRITEBYTECODE", "1"),
        command.toArray(String[]::new));
  }
}
