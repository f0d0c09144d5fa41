package dev.slicewise.jobs.remote;

import dev.slicewise.jobs.failure.JobException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Sends requests: no redirect is followed, nothing waits for ever, and what may pass by itself is
 * tried again. Failures say neither address nor content.
 */
public final class HttpCalls {
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERRORS = 500;
  private static final long FIRST_PAUSE_MILLIS = 500;

  private final HttpClient client;
  private final Duration timeout;
  private final int attempts;

  /**
   * Prepares.
   *
   * @param timeout of connecting, and again of each answer
   * @param attempts in all, with pauses that double
   * @param authority a file with the certificate, in PEM, of an authority of one's own; null for
   *     those that Java trusts
   */
  public HttpCalls(Duration timeout, int attempts, String authority) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(ProxySelector.getDefault())
            .connectTimeout(timeout);
    if (authority != null) {
      builder.sslContext(trusting(authority));
    }
    this.client = builder.build();
    this.timeout = timeout;
    this.attempts = attempts;
  }

  private static SSLContext trusting(String authority) {
    try (InputStream in = Files.newInputStream(Path.of(authority))) {
      Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("authority", certificate);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw JobException.usage(
          "expected a certificate in PEM in ca_file, found none that can be read in "
              + authority
              + ".",
          e);
    }
  }

  /**
   * Sends a request until it is answered.
   *
   * @return the answer, of a status from 200 to 299
   * @throws IOException in a phrase, without address or content
   */
  public String send(HttpRequest.Builder request) throws IOException {
    HttpRequest ready = request.timeout(timeout).build();
    String problem = "";
    for (int attempt = 1; attempt <= attempts; attempt++) {
      if (attempt > 1) {
        pause(attempt);
      }
      try {
        HttpResponse<String> answer = answer(ready);
        int status = answer.statusCode();
        if (status / 100 == 2) {
          return answer.body();
        }
        problem = status / 100 == 3 ? "it redirects, which is not followed" : "status " + status;
        if (status != TOO_MANY && status < SERVER_ERRORS) {
          break;
        }
      } catch (IOException e) {
        // Messages of the client may quote the address.
        problem = e.getClass().getSimpleName();
      }
    }
    throw new IOException(problem);
  }

  /** The whole answer within the time, however slowly it trickles. */
  private HttpResponse<String> answer(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException("no answer in time");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void pause(int attempt) throws IOException {
    try {
      Thread.sleep(FIRST_PAUSE_MILLIS << (attempt - 2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
