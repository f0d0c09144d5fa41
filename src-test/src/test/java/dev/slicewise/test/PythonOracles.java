package dev.slicewise.test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program that draws tables and asks scikit-learn and others about them. */
final class PythonOracles {
  private PythonOracles() {}

  /** Writes the tables and values of these families, of all if none, and returns their folder. */
  static Path write(long seed, List<String> families) throws IOException, InterruptedException {
    Path folder = Spark.target("differential/tables");
    List<String> arguments =
        new ArrayList<>(List.of("-m", "differential", folder.toString(), Long.toString(seed)));
    arguments.addAll(families);
    PythonEnvironment.of("differential", "requirements.txt").run(arguments);
    return folder;
  }
}
