package dev.slicewise.jobs.output;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.jobs.console.Labels;
import dev.slicewise.jobs.console.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Says which rows were used and which were not, and why; metrics that used the same share it. */
public final class RowFacts {
  private static final String ROWS = "n_rows";
  private static final String USED = "n_used";

  private RowFacts() {}

  /**
   * One phrase per different set of counters.
   *
   * @param counters by metric's text, as in {@link MetricResult#counters()}
   */
  public static List<String> of(List<NamedMetric> suite, Map<String, Map<String, Long>> counters) {
    Map<Map<String, Long>, List<String>> sets = new LinkedHashMap<>();
    for (NamedMetric metric : suite) {
      sets.computeIfAbsent(counters.get(metric.text()), ignored -> new ArrayList<>())
          .add(Labels.metric(metric));
    }
    List<String> phrases = new ArrayList<>();
    sets.forEach(
        (set, metrics) ->
            phrases.add((sets.size() == 1 ? "" : named(metrics) + ": ") + phrase(set)));
    return phrases;
  }

  private static String named(List<String> metrics) {
    int more = metrics.size() - 2;
    return more > 1
        ? metrics.get(0) + ", " + metrics.get(1) + " and " + more + " more metrics"
        : String.join(", ", metrics);
  }

  private static String phrase(Map<String, Long> set) {
    StringJoiner reasons = new StringJoiner(", ", "; ", "");
    reasons.setEmptyValue("");
    set.forEach(
        (name, count) -> {
          if (!name.equals(ROWS) && !name.equals(USED)) {
            reasons.add(name + " " + NumberText.count(count));
          }
        });
    return NumberText.count(set.getOrDefault(USED, 0L))
        + " of "
        + NumberText.count(set.getOrDefault(ROWS, 0L))
        + " rows used"
        + reasons;
  }
}
