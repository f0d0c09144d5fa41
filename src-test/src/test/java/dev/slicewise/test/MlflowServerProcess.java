package dev.slicewise.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An MLflow tracking server of this test, on this machine alone, with its files in a folder. */
final class MlflowServerProcess implements AutoCloseable {
  private static final long MINUTES_TO_START = 3;

  private final Process process;
  private final String url;
  private final HttpClient client = HttpClient.newHttpClient();

  private MlflowServerProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  static MlflowServerProcess start(Path folder) throws IOException, InterruptedException {
    Path requirements = Spark.project().resolve("src-test/src/test/python/mlflow/requirements.txt");
    String python =
        new PythonEnvironment(Spark.target("mlflow/environment"), requirements).interpreter();
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path log = folder.resolve("server.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                python,
                "-m",
                "mlflow",
                "server",
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--workers",
                "1",
                "--backend-store-uri",
                "sqlite:///" + folder.resolve("runs.db"),
                "--artifacts-destination",
                folder.resolve("artifacts").toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // The folder of the requirements has the library's name.
    builder.environment().remove("PYTHONPATH");
    builder.environment().put("MLFLOW_DISABLE_TELEMETRY", "true");
    Process process = builder.start();
    MlflowServerProcess server = new MlflowServerProcess(process, "http://127.0.0.1:" + port);
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES_TO_START);
    while (!server.isUp()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        server.close();
        throw new IOException("the server did not start: " + Files.readString(log));
      }
      Thread.sleep(300);
    }
    return server;
  }

  private boolean isUp() throws InterruptedException {
    try {
      return get("/health").equals("OK");
    } catch (IOException e) {
      return false;
    }
  }

  String url() {
    return url;
  }

  String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url + path)).build());
  }

  String post(String path, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
