package dev.slicewise.test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    PythonEnvironment environment =
        new PythonEnvironment(
            Spark.target("differential/environment"), SOURCES.resolve("requirements.txt"));
    List<String> command =
        new ArrayList<>(List.of(environment.interpreter(), "-m", "differential"));
    command.addAll(List.of(folder.toString(), Long.toString(seed)));
    command.addAll(families);
    PythonEnvironment.run(
        Map.of("PYTHONPATH", SOURCES.toString(), "PYTHONDONTWRITEBYTECODE", "1"),
        command.toArray(String[]::new));
    return folder;
  }
}
