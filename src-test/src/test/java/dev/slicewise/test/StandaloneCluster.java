package dev.slicewise.test;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Spark installation made of the class path of these tests, and a standalone master with two
 * workers, all as processes of their own on the loopback interface.
 */
final class StandaloneCluster implements AutoCloseable {
  private final Path home;
  private final List<Process> processes = new ArrayList<>();
  private final int port;

  private StandaloneCluster(Path home, int port) {
    this.home = home;
    this.port = port;
  }

  /** Starts master and workers under a folder of the caller's. */
  static StandaloneCluster start(Path folder) throws IOException, InterruptedException {
    StandaloneCluster cluster = new StandaloneCluster(install(folder), freePort());
    try {
      cluster.daemon("org.apache.spark.deploy.master.Master", "--port", "" + cluster.port);
      cluster.await("master.log", "I have been elected leader");
      for (int worker = 0; worker < 2; worker++) {
        cluster.daemon(
            "org.apache.spark.deploy.worker.Worker",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--work-dir",
            folder.resolve("work" + worker).toString(),
            cluster.master());
      }
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  /** The master's URL. */
  String master() {
    return "spark://127.0.0.1:" + port;
  }

  /** What spark-submit needs to know. */
  Map<String, String> environment() {
    return Map.of(
        "SPARK_HOME",
        home.toString(),
        "SPARK_LOCAL_IP",
        "127.0.0.1",
        "SPARK_SCALA_VERSION",
        "2.13",
        "SLICEWISE_SUBMIT_OPTS",
        "--conf spark.executor.memory=512m --conf spark.cores.max=2 --conf spark.ui.enabled=false");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Path install(Path folder) throws IOException {
    Path home = Files.createDirectories(folder.resolve("spark"));
    Path jars = Files.createDirectories(home.resolve("jars"));
    Files.createDirectories(home.resolve("conf"));
    for (String entry : System.getProperty("java.class.path").split(":")) {
      Path jar = Path.of(entry);
      boolean own = jar.getFileName().toString().startsWith("slicewise-");
      if (entry.endsWith(".jar") && !own && !Files.exists(jars.resolve(jar.getFileName()))) {
        Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar.toAbsolutePath());
      }
    }
    Files.writeString(home.resolve("RELEASE"), "Spark for tests\n");
    Path bin = Files.createDirectories(home.resolve("bin"));
    Path submit = bin.resolve("spark-submit");
    Files.writeString(
        submit,
        "#!/usr/bin/env bash\n"
            + "exec java @"
            + Spark.project().resolve("bin/spark.jvmargs")
            + " -Xmx1g -cp \"$SPARK_HOME/conf:$SPARK_HOME/jars/*\""
            + " org.apache.spark.deploy.SparkSubmit \"$@\"\n",
        StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  private void daemon(String mainClass, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add("java");
    command.add("@" + Spark.project().resolve("bin/spark.jvmargs"));
    command.add("-Xmx512m");
    command.addAll(List.of("-cp", home + "/conf:" + home + "/jars/*", mainClass));
    command.addAll(List.of("--host", "127.0.0.1", "--webui-port", "0"));
    command.addAll(List.of(arguments));
    String name =
        mainClass.endsWith("Master") ? "master.log" : "worker" + processes.size() + ".log";
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(home.resolve(name).toFile());
    builder.environment().putAll(environment());
    builder.environment().remove("SLICEWISE_SUBMIT_OPTS");
    processes.add(builder.start());
  }

  private void await(String log, String line) throws IOException, InterruptedException {
    Path file = home.resolve(log);
    for (int tenth = 0; tenth < 600; tenth++) {
      if (Files.exists(file) && Files.readString(file, StandardCharsets.UTF_8).contains(line)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError(
        "'" + line + "' did not appear in a minute: " + Files.readString(file));
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
