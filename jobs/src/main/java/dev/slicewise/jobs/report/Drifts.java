package dev.slicewise.jobs.report;

import dev.slicewise.jobs.findings.Drift;
import dev.slicewise.jobs.findings.Findings;
import dev.slicewise.jobs.findings.Verdict;
import dev.slicewise.jobs.findings.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The drift of columns, arranged for reading: the latest window first, then the others. */
final class Drifts {
  static final String ID = "drift";

  private Drifts() {}

  /** The findings by what they were held against, {@code BASELINE} first. */
  static Map<String, List<Drift>> byComparison(List<Drift> drifts) {
    Map<String, List<Drift>> groups = new LinkedHashMap<>();
    for (Drift drift : drifts) {
      if (drift.comparison().equals("BASELINE")) {
        groups.computeIfAbsent(drift.comparison(), name -> new ArrayList<>()).add(drift);
      }
    }
    for (Drift drift : drifts) {
      if (!drift.comparison().equals("BASELINE")) {
        groups.computeIfAbsent(drift.comparison(), name -> new ArrayList<>()).add(drift);
      }
    }
    return groups;
  }

  /** What a comparison is against, in words. */
  static String against(String comparison) {
    return switch (comparison) {
      case "BASELINE" -> "the reference";
      case "CONSECUTIVE" -> "the window before";
      default -> comparison;
    };
  }

  /** The windows, earliest first. */
  static List<Window> windows(List<Drift> drifts) {
    TreeSet<Window> windows = new TreeSet<>();
    drifts.forEach(drift -> windows.add(drift.window()));
    return List.copyOf(windows);
  }

  /** The findings of the latest window against the reference, of all rows where there are any. */
  static List<Drift> latest(List<Drift> drifts) {
    Map<String, List<Drift>> groups = byComparison(drifts);
    if (groups.isEmpty()) {
      return List.of();
    }
    List<Drift> first = groups.values().iterator().next();
    List<Window> windows = windows(first);
    Window last = windows.get(windows.size() - 1);
    List<Drift> latest = first.stream().filter(drift -> drift.window().equals(last)).toList();
    List<Drift> all = latest.stream().filter(drift -> drift.slice().isAll()).toList();
    return all.isEmpty() ? latest : all;
  }

  /** Whether a column drifted from the reference in a window, of all rows, by any method. */
  static boolean drifted(Findings findings, String column, Window window) {
    return findings.drifts().stream()
        .anyMatch(
            drift ->
                drift.verdict() == Verdict.DRIFT
                    && drift.comparison().equals("BASELINE")
                    && drift.slice().isAll()
                    && drift.column().equals(column)
                    && drift.window().equals(window));
  }

  /** {@code psi > 0.2}; the method alone where nothing is a threshold. */
  static String rule(Drift drift) {
    return rule(List.of(drift));
  }

  /** {@code mean_shift < −0.2 or > 0.2}: of findings by one method, with all their thresholds. */
  static String rule(Collection<Drift> drifts) {
    TreeSet<String> sides = new TreeSet<>();
    String method = "";
    for (Drift drift : drifts) {
      method = drift.method().id();
      if (drift.threshold() != null) {
        sides.add((below(drift) ? "< " : "> ") + Numbers.plain(drift.threshold()));
      }
    }
    return method + (sides.isEmpty() ? "" : " " + String.join(" or ", sides));
  }

  /** Which side of the threshold is drift; of two limits the one on the value's side is given. */
  private static boolean below(Drift drift) {
    String direction = drift.direction() == null ? "above" : drift.direction();
    return direction.equals("below") || (direction.equals("outside") && drift.threshold() < 0);
  }

  /** How strongly a cell is tinted, from 0 to 3: by the value's distance to its threshold. */
  static int level(Drift drift) {
    if (drift.value() == null || drift.threshold() == null) {
      return 0;
    }
    double value = Math.abs(drift.value());
    double threshold = Math.abs(drift.threshold());
    // Of a positive quantity with a lower limit, small is far.
    boolean small = "below".equals(drift.direction()) && drift.threshold() > 0;
    double far = small ? threshold : value;
    double near = small ? value : threshold;
    if (drift.verdict() == Verdict.DRIFT) {
      return far >= 2 * near ? 3 : 2;
    }
    return 2 * far >= near && !"outside".equals(drift.direction()) ? 1 : 0;
  }
}
