package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The program that draws tables and asks scikit-learn and others about them, in an environment of
 * its own below the build folder. The environment is made once for a list of requirements.
 */
final class PythonOracles {
  private static final Path SOURCES = Spark.project().resolve("src-test/src/test/python");
  private static final Path ENVIRONMENT = Spark.target("differential/environment");

  private PythonOracles() {}

  /** Writes the tables and values of these families, of all if none, and returns their folder. */
  static Path write(long seed, List<String> families) throws IOException, InterruptedException {
    Path folder = Spark.target("differential/tables");
    List<String> command = new ArrayList<>(List.of(python(), "-m", "differential"));
    command.addAll(List.of(folder.toString(), Long.toString(seed)));
    command.addAll(families);
    run(command.toArray(String[]::new));
    return folder;
  }

  /** The interpreter with the libraries. */
  private static String python() throws IOException, InterruptedException {
    return python(ENVIRONMENT, SOURCES.resolve("requirements.txt"));
  }

  /**
   * The interpreter of an environment, which is made if need be.
   *
   * @param requirements what it has
   */
  static String python(Path environment, Path requirements)
      throws IOException, InterruptedException {
    Path interpreter = environment.resolve("bin/python");
    // Written last: an environment without it was never finished.
    Path installed = environment.resolve("requirements.txt");
    String wanted = Files.readString(requirements);
    if (!Files.exists(installed) || !Files.readString(installed).equals(wanted)) {
      String python = System.getProperty("slicewise.python", "python3");
      run(python, "-m", "venv", "--clear", environment.toString());
      run(interpreter.toString(), "-m", "pip", "install", "-q", "-r", requirements.toString());
      Files.writeString(installed, wanted);
    }
    return interpreter.toString();
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of("PYTHONPATH", SOURCES.toString(), "PYTHONDONTWRITEBYTECODE", "1");
    Processes.Outcome outcome;
    try {
      outcome = Processes.run(environment, new ArrayList<>(List.of(command)));
    } catch (IOException e) {
      throw new IOException(
          "expected Python 3.11 or later to compare with other libraries, found no "
              + command[0]
              + "; install it or name another one with -Dslicewise.python=…",
          e);
    }
    assertThat(outcome.exitCode())
        .as(String.join(" ", command) + "\n" + outcome.out() + outcome.err())
        .isZero();
  }
}
