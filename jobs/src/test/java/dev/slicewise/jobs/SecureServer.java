package dev.slicewise.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An HTTPS server on this machine with a key of its own, which remembers what it was told. */
final class SecureServer implements AutoCloseable {
  /** What was asked. */
  record Request(String path, String body) {}

  private static final String PASSWORD = "of-this-test-alone";

  private final HttpsServer server;
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

  /** Its certificate. */
  final Path certificate;

  /**
   * Starts.
   *
   * @param status the status of the n-th answer, from 1
   */
  SecureServer(Path folder, IntUnaryOperator status) throws Exception {
    Path keys = folder.resolve("server.p12");
    certificate = folder.resolve("server.pem");
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    run(
        tool,
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=dns:localhost",
        "-validity",
        "2",
        "-storetype",
        "PKCS12",
        "-keystore",
        keys.toString(),
        "-storepass",
        PASSWORD);
    run(
        tool,
        "-exportcert",
        "-rfc",
        "-alias",
        "server",
        "-keystore",
        keys.toString(),
        "-storepass",
        PASSWORD,
        "-file",
        certificate.toString());
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
    server.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          requests.add(new Request(exchange.getRequestURI().toString(), body));
          int answer = status.applyAsInt(requests.size());
          exchange.getResponseHeaders().add("Location", "https://localhost:1/elsewhere");
          exchange.sendResponseHeaders(answer, 2);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write("ok".getBytes(UTF_8));
          }
        });
    server.start();
  }

  private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
  }

  /** The host and port under which it is known. */
  String host() {
    return "localhost:" + server.getAddress().getPort();
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Answers nothing from now on. */
  void stop() {
    server.stop(0);
  }

  @Override
  public void close() {
    stop();
  }
}
