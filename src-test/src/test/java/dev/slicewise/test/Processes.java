package dev.slicewise.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Fresh processes, whose output goes to files and which never outlive their time. */
final class Processes {
  private Processes() {}

  /** What a finished process leaves. */
  record Finished(int exitCode, String out, String err) {
    @Override
    public String toString() {
      return "exit code " + exitCode + "\n" + out + "\n" + err;
    }
  }

  /** A process builder for a Java main class on the class path of these tests. */
  static ProcessBuilder java(List<String> options, String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Spark.project().resolve("bin/spark.jvmargs"));
    command.add(
        "-Dlog4j2.configurationFile=" + Spark.project().resolve("bin/spark-log4j2.properties"));
    command.addAll(options);
    command.add(mainClass);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", classPath());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return builder;
  }

  /** The class path of these tests, as the build resolved it. */
  static String classPath() {
    String path = System.getProperty("surefire.test.class.path");
    return path != null ? path : System.getProperty("java.class.path");
  }

  /** Runs to the end, or kills it and fails. */
  static Finished run(ProcessBuilder builder, int seconds) throws Exception {
    Path folder = Files.createDirectories(Spark.target("processes"));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        throw new AssertionError(
            builder.command() + " did not end within " + seconds + " s; it said " + text(err));
      }
      return new Finished(process.exitValue(), text(out), text(err));
    } finally {
      kill(process);
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Kills a process with its children, at once. */
  static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }
}
