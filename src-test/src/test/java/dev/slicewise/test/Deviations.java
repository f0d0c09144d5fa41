package dev.slicewise.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the comparisons of each family came to: how many, the largest deviation and whose. */
final class Deviations {
  /** One family's comparisons so far. */
  private static final class Family {
    private long numbers;
    private long undefined;
    private long bounded;
    private long differences;
    private double largest;
    private String worst = "";
    private double certificateUsed;
  }

  private final Map<String, Family> families = new TreeMap<>();

  private Family of(String family) {
    return families.computeIfAbsent(family, name -> new Family());
  }

  /** Both sides say that there is no value. */
  void undefined(String family) {
    of(family).undefined++;
  }

  /** A value that is exact, with its deviation relative to the value or its scale. */
  void exact(String family, String question, double deviation) {
    Family found = of(family);
    found.numbers++;
    if (deviation > found.largest) {
      found.largest = deviation;
      found.worst = question;
    }
  }

  /** A value with a certificate, and how much of that the deviation takes up. */
  void bounded(String family, double share) {
    Family found = of(family);
    found.bounded++;
    found.certificateUsed = Math.max(found.certificateUsed, share);
  }

  /** A table on which the library deliberately says something else. */
  void different(String family) {
    of(family).differences++;
  }

  /** One line a family. */
  String table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        line("family", "exact", "bounded", "undefined", "different", "largest", "of bound", "of"));
    families.forEach(
        (name, family) ->
            lines.add(
                line(
                    name,
                    Long.toString(family.numbers),
                    Long.toString(family.bounded),
                    Long.toString(family.undefined),
                    Long.toString(family.differences),
                    scientific(family.largest),
                    String.format(Locale.ROOT, "%.2f", family.certificateUsed),
                    family.worst)));
    return String.join("\n", lines);
  }

  private static String line(String... cells) {
    return String.format("%-16s %8s %8s %10s %10s %9s %9s  %s", (Object[]) cells);
  }

  /** The same as JSON. */
  String json(long seed) {
    List<String> entries = new ArrayList<>();
    families.forEach(
        (name, family) ->
            entries.add(
                ("    {\"family\": \"%s\", \"exact\": %d, \"bounded\": %d, \"undefined\": %d,"
                        + " \"different\": %d, \"largest_deviation\": %s,"
                        + " \"largest_share_of_bound\": %s, \"worst\": \"%s\"}")
                    .formatted(
                        name,
                        family.numbers,
                        family.bounded,
                        family.undefined,
                        family.differences,
                        family.largest,
                        family.certificateUsed,
                        family.worst.replace("\\", "\\\\").replace("\"", "\\\""))));
    return "{\n  \"seed\": "
        + seed
        + ",\n  \"families\": [\n"
        + String.join(",\n", entries)
        + "\n  ]\n}\n";
  }

  private static String scientific(double value) {
    return String.format(Locale.ROOT, "%.1e", value);
  }
}
