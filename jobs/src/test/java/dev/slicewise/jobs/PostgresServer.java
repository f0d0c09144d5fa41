package dev.slicewise.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server of this test, on this machine alone, with a password. */
final class PostgresServer implements AutoCloseable {
  static final String USER = "evaluations";
  private static final String ACCOUNT = "postgres";

  private final Path data;
  private final Path programs;
  private final int port;

  private PostgresServer(Path programs, Path data, int port) {
    this.programs = programs;
    this.data = data;
    this.port = port;
  }

  /** Where the server's programs are; nothing where PostgreSQL is not installed. */
  static Optional<Path> programs() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String folder : System.getenv("PATH").split(":")) {
      folders.add(Path.of(folder));
    }
    Path versions = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(versions)) {
      try (Stream<Path> found = Files.list(versions)) {
        found.map(version -> version.resolve("bin")).forEach(folders::add);
      }
    }
    return folders.stream()
        .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
        .filter(folder -> Files.isExecutable(folder.resolve("pg_ctl")))
        .findFirst();
  }

  /** Makes a cluster below a folder and starts it. */
  static PostgresServer start(Path programs, Path folder, String password) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    // The server refuses to run as root, so its account must reach the folder.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path home = Files.createDirectory(folder.resolve("pg"));
    Path secret = home.resolve("password");
    Files.writeString(secret, password + "\n");
    if (isRoot()) {
      run("chown", "-R", ACCOUNT, home.toString());
    }
    Path data = home.resolve("data");
    PostgresServer server = new PostgresServer(programs, data, port);
    server.program(
        "initdb",
        "-D",
        data.toString(),
        "-U",
        USER,
        "--pwfile=" + secret,
        "-A",
        "scram-sha-256",
        "-E",
        "UTF8",
        "--no-locale",
        "--no-sync");
    server.program(
        "pg_ctl",
        "-D",
        data.toString(),
        "-w",
        "-l",
        home.resolve("log").toString(),
        "-o",
        "-c listen_addresses=127.0.0.1 -c fsync=off -c unix_socket_directories= -p " + port,
        "start");
    return server;
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private void program(String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", ACCOUNT, "--"));
    }
    command.add(programs.resolve(name).toString());
    command.addAll(List.of(arguments));
    run(command.toArray(String[]::new));
  }

  private static void run(String... command) throws IOException {
    // A daemon would hold a pipe open for ever.
    Path said = Files.createTempFile("slicewise", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    int status = process.onExit().join().exitValue();
    String text = Files.readString(said, UTF_8);
    Files.delete(said);
    if (status != 0) {
      throw new IOException(String.join(" ", command) + ": " + text);
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  @Override
  public void close() throws IOException {
    program("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop");
    if (isRoot()) {
      run("chown", "-R", "root", data.getParent().toString());
    }
  }
}
