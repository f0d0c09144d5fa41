package dev.slicewise.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The report's style sheet and script, and the policy that allows them and nothing else. */
final class StyleSheet {
  /** The rules. */
  static final String TEXT = read("report.css") + read("findings.css");

  /** Sorts and filters tables; the page is complete without it. */
  static final String SCRIPT = read("report.js");

  /** The content security policy: this style sheet and this script, by their hashes. */
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + hash(TEXT)
          + "'; script-src 'sha256-"
          + hash(SCRIPT)
          + "'; base-uri 'none'; form-action 'none'";

  private StyleSheet() {}

  private static String read(String name) {
    try (InputStream in = StyleSheet.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
