package dev.slicewise.jobs.config;

import dev.slicewise.jobs.failure.JobException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code NAME=VALUE} as a repeatable flag takes it. */
public final class Pairs {
  private Pairs() {}

  /**
   * The pairs in the order given, later ones of a name winning.
   *
   * @param flag for complaints
   * @param said what was given; null for nothing
   */
  public static Map<String, String> of(String flag, List<String> said) {
    Map<String, String> pairs = new LinkedHashMap<>();
    if (said != null) {
      for (String pair : said) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
          throw JobException.usage(
              "expected " + flag + " NAME=VALUE, found " + flag + " '" + pair + "'.");
        }
        pairs.put(pair.substring(0, equals).trim(), pair.substring(equals + 1));
      }
    }
    return pairs;
  }
}
