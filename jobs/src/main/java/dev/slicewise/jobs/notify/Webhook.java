package dev.slicewise.jobs.notify;

import dev.slicewise.core.text.Nearest;
import dev.slicewise.jobs.config.YamlNode;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.remote.HttpCalls;
import dev.slicewise.jobs.remote.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One entry of the section {@code notify}: where to, in what shape, and about what. The address is
 * a secret, for whoever has it can post; it goes to a host on the list or nowhere.
 */
public final class Webhook {
  /** What the receiver understands. */
  public enum Shape {
    /** The facts as JSON. */
    GENERIC,
    /** Slack's blocks, which Mattermost and others read as well. */
    SLACK
  }

  private static final List<String> SHAPES = List.of("generic", "slack");
  private static final List<String> OCCASIONS = List.of("fail", "inconclusive", "pass", "always");
  private static final long MOST_SECONDS = 60;
  private static final long MOST_ATTEMPTS = 10;

  private final URI address;
  private final Shape shape;
  private final List<String> occasions;
  private final HttpCalls calls;

  private Webhook(URI address, Shape shape, List<String> occasions, HttpCalls calls) {
    this.address = address;
    this.shape = shape;
    this.occasions = occasions;
    this.calls = calls;
  }

  /** The webhooks of a configuration; none without one. */
  public static List<Webhook> read(YamlNode file, Map<String, String> environment) {
    List<Webhook> webhooks = new ArrayList<>();
    List<YamlNode> nodes = file == null ? null : file.nodes("notify");
    if (nodes != null) {
      nodes.forEach(node -> webhooks.add(of(node, environment)));
    }
    return webhooks;
  }

  private static Webhook of(YamlNode node, Map<String, String> environment) {
    Secret url = Secret.of(node, "url", environment);
    String shape = node.text("shape");
    List<String> on = node.texts("on");
    List<String> hosts = node.texts("allowed_hosts");
    long seconds = count(node, "timeout_seconds", 10, MOST_SECONDS);
    long attempts = count(node, "attempts", 3, MOST_ATTEMPTS);
    String authority = node.text("ca_file");
    node.refuseOthers();
    if (url == null) {
      throw JobException.usage(
          "expected url: ${env:NAME} or url_file " + node.where() + ", found neither.");
    }
    if (hosts == null || hosts.isEmpty()) {
      throw JobException.usage(
          "expected allowed_hosts, the hosts that may be told, " + node.where() + ", found none.");
    }
    List<String> occasions = on == null ? List.of("fail", "inconclusive") : on;
    occasions.forEach(word -> expect(node, "on", OCCASIONS, word));
    String form = shape == null ? "generic" : shape.toLowerCase(Locale.ROOT);
    expect(node, "shape", SHAPES, form);
    return new Webhook(
        address(node, url, hosts),
        Shape.valueOf(form.toUpperCase(Locale.ROOT)),
        List.copyOf(occasions),
        new HttpCalls(Duration.ofSeconds(seconds), (int) attempts, authority));
  }

  private static long count(YamlNode node, String key, long usual, long most) {
    Long said = node.count(key);
    if (said != null && (said < 1 || said > most)) {
      throw JobException.usage(
          "expected " + key + " from 1 to " + most + " " + node.where() + ", found " + said + ".");
    }
    return said == null ? usual : said;
  }

  private static void expect(YamlNode node, String key, List<String> words, String said) {
    if (!words.contains(said)) {
      throw JobException.usage(
          "expected "
              + key
              + " to be one of "
              + String.join(", ", words)
              + " "
              + node.where()
              + ", found '"
              + said
              + "'."
              + Nearest.hint(said, words));
    }
  }

  /** No complaint repeats the address. */
  private static URI address(YamlNode node, Secret url, List<String> hosts) {
    URI address;
    try {
      address = new URI(url.reveal());
    } catch (URISyntaxException e) {
      throw JobException.usage("expected the address of a webhook in url " + node.where() + ".");
    }
    if (!"https".equalsIgnoreCase(address.getScheme())
        || address.getHost() == null
        || address.getUserInfo() != null) {
      throw JobException.usage(
          "expected an https address without a user in url " + node.where() + ", found another.");
    }
    String host = address.getHost().toLowerCase(Locale.ROOT);
    String named = address.getPort() < 0 ? host : host + ":" + address.getPort();
    if (hosts.stream().noneMatch(allowed -> allowed.toLowerCase(Locale.ROOT).equals(named))) {
      throw JobException.usage(
          "expected the host of url to be one of allowed_hosts "
              + String.join(", ", hosts)
              + " "
              + node.where()
              + ", found another.");
    }
    return address;
  }

  /**
   * Tells, if this is an occasion to.
   *
   * @return why it could not be told; null when all is well
   */
  public String tell(Notice notice) {
    if (!occasions.contains("always") && !occasions.contains(notice.verdict())) {
      return null;
    }
    String body = shape == Shape.SLACK ? Payloads.slack(notice) : Payloads.generic(notice);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    try {
      calls.send(request);
      return null;
    } catch (IOException e) {
      return "could not notify "
          + address.getHost()
          + " ("
          + e.getMessage()
          + "); the results and the exit code are not touched by that.";
    }
  }
}
