package dev.slicewise.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs as a person's shell would, with a limit on their time. */
final class Processes {
  private static final long MINUTES = 5;

  private Processes() {}

  /** What a program left behind. */
  record Outcome(int exitCode, String out, String err) {}

  /** Runs bin/slicewise from the project's folder. */
  static Outcome slicewise(Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Spark.project().resolve("bin/slicewise").toString());
    command.addAll(arguments);
    return run(environment, command);
  }

  /** Runs a main class of these tests in a JVM of its own. */
  static Outcome java(List<String> options, String mainClass, String... arguments)
      throws IOException, InterruptedException {
    return run(Map.of("SPARK_LOCAL_IP", "127.0.0.1"), javaCommand(options, mainClass, arguments));
  }

  static List<String> javaCommand(List<String> options, String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Spark.project().resolve("bin/spark.jvmargs"));
    command.add(
        "-Dlog4j2.configurationFile=" + Spark.project().resolve("bin/spark-log4j2.properties"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
    command.addAll(List.of(arguments));
    return command;
  }

  static Outcome run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    return run(environment, command, MINUTES);
  }

  /** Runs a program that may take its time, such as one that installs others. */
  static Outcome run(Map<String, String> environment, List<String> command, long minutes)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("slicewise", ".out");
    Path err = Files.createTempFile("slicewise", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Spark.project().toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("SPARK_HOME");
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("did not end in " + minutes + " minutes: " + command);
    }
    Outcome outcome =
        new Outcome(
            process.exitValue(),
            Files.readString(out, StandardCharsets.UTF_8),
            Files.readString(err, StandardCharsets.UTF_8));
    Files.delete(out);
    Files.delete(err);
    return outcome;
  }
}
