package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Python with libraries of its own below the build folder, made once for a list of requirements,
 * that runs the programs of {@code src/test/python}.
 */
final class PythonEnvironment {
  private static final Path SOURCES = Spark.project().resolve("src-test/src/test/python");

  private final String python;

  private PythonEnvironment(String python) {
    this.python = python;
  }

  /**
   * An environment.
   *
   * @param name of its folder
   * @param requirements file of pinned libraries, below the programs
   */
  static PythonEnvironment of(String name, String requirements)
      throws IOException, InterruptedException {
    Path environment = Spark.target(name + "/environment");
    Path interpreter = environment.resolve("bin/python");
    Path libraries = SOURCES.resolve(requirements);
    // Written last: an environment without it was never finished.
    Path installed = environment.resolve("requirements.txt");
    String wanted = Files.readString(libraries);
    if (!Files.exists(installed) || !Files.readString(installed).equals(wanted)) {
      String system = System.getProperty("slicewise.python", "python3");
      succeed(List.of(system, "-m", "venv", "--clear", environment.toString()));
      succeed(
          List.of(
              interpreter.toString(), "-m", "pip", "install", "-q", "-r", libraries.toString()));
      Files.writeString(installed, wanted);
    }
    return new PythonEnvironment(interpreter.toString());
  }

  /** Runs Python, which must succeed, and returns what it printed. */
  String run(List<String> arguments) throws IOException, InterruptedException {
    return succeed(command(arguments));
  }

  /** Runs Python and returns whatever comes of it. */
  Processes.Outcome attempt(List<String> arguments) throws IOException, InterruptedException {
    return start(command(arguments));
  }

  private List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(python));
    command.addAll(arguments);
    return command;
  }

  private static String succeed(List<String> command) throws IOException, InterruptedException {
    Processes.Outcome outcome = start(command);
    assertThat(outcome.exitCode())
        .as(String.join(" ", command) + "\n" + outcome.out() + outcome.err())
        .isZero();
    return outcome.out();
  }

  private static Processes.Outcome start(List<String> command)
      throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of("PYTHONPATH", SOURCES.toString(), "PYTHONDONTWRITEBYTECODE", "1");
    try {
      return Processes.run(environment, command);
    } catch (IOException e) {
      throw new IOException(
          "expected Python 3.11 or later for the tests, found no "
              + command.get(0)
              + "; install it or name another one with -Dslicewise.python=…",
          e);
    }
  }
}
