package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A virtual environment of Python below the build folder, made once for a list of requirements.
 *
 * @param folder where it is
 * @param requirements the file that lists what is installed in it
 */
record PythonEnvironment(Path folder, Path requirements) {
  /** The Python that makes environments. */
  static String python() {
    return System.getProperty("slicewise.python", "python3");
  }

  /** The interpreter with the libraries. */
  String interpreter() throws IOException, InterruptedException {
    Path interpreter = folder.resolve("bin/python");
    // Written last: an environment without it was never finished.
    Path installed = folder.resolve("requirements.txt");
    String wanted = Files.readString(requirements);
    if (!Files.exists(installed) || !Files.readString(installed).equals(wanted)) {
      run(Map.of(), python(), "-m", "venv", "--clear", folder.toString());
      run(
          Map.of(),
          interpreter.toString(),
          "-m",
          "pip",
          "install",
          "-q",
          "-r",
          requirements.toString());
      Files.writeString(installed, wanted);
    }
    return interpreter.toString();
  }

  /** Runs a program that must end well, and returns what it wrote. */
  static String run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Processes.Outcome outcome;
    try {
      outcome = Processes.run(environment, new ArrayList<>(List.of(command)));
    } catch (IOException e) {
      throw new IOException(
          "expected Python 3.11 or later, found no "
              + command[0]
              + "; install it or name another one with -Dslicewise.python=…",
          e);
    }
    assertThat(outcome.exitCode())
        .as(String.join(" ", command) + "\n" + outcome.out() + outcome.err())
        .isZero();
    return outcome.out();
  }
}
