package dev.slicewise.core.compare;

import dev.slicewise.core.drift.NonInferiority;
import dev.slicewise.core.interval.DifferenceTest;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.NamedMetric;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What tables and files say of a comparison, by the names of their columns. */
public final class ComparisonCells {
  private ComparisonCells() {}

  /** The cells in order. */
  public static Map<String, Object> of(Comparison c) {
    boolean interval = c.interval() != null;
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("value", c.value());
    cells.put("baseline_value", c.baseline());
    cells.put("delta", c.difference());
    cells.put("ci_low", interval ? c.interval().low() : null);
    cells.put("ci_high", interval ? c.interval().high() : null);
    cells.put("ci_method", interval ? c.interval().method() : null);
    cells.put("p_value", c.test() == null ? null : (Double) c.test().pValue());
    cells.put("p_adjusted", c.pAdjusted());
    cells.put("test", c.test() == null ? null : c.test().name());
    cells.put("n", c.rows());
    cells.put("wins", c.wins().orElse(null));
    cells.put("ties", c.tally() == null ? null : (Double) c.tally().equal());
    cells.put("losses", c.losses().orElse(null));
    cells.put("margin", c.margin());
    cells.put("p_non_inferior", c.nonInferiority().map(NonInferiority::p).orElse(null));
    cells.put("verdict", word(c.verdict()));
    cells.put("reason", c.reason());
    return cells;
  }

  /** A verdict as tables and files say it. */
  public static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  /**
   * A comparison as far as its cells tell, which is enough to adjust it for how many there are: not
   * the standard error, the weights and the tally.
   */
  public static Comparison read(NamedMetric metric, Map<String, Object> cells) {
    String method = (String) cells.get("ci_method");
    Interval interval =
        method == null
            ? null
            : new Interval(number(cells, "ci_low"), number(cells, "ci_high"), null, method);
    String test = (String) cells.get("test");
    return new Comparison(
        metric,
        number(cells, "value"),
        number(cells, "baseline_value"),
        number(cells, "delta"),
        interval,
        test == null ? null : new DifferenceTest(test, number(cells, "p_value")),
        number(cells, "p_adjusted"),
        (Long) cells.get("n"),
        Double.NaN,
        Double.NaN,
        null,
        number(cells, "margin"),
        Verdict.valueOf(((String) cells.get("verdict")).toUpperCase(Locale.ROOT)),
        (String) cells.get("reason"));
  }

  private static Double number(Map<String, Object> cells, String name) {
    return (Double) cells.get(name);
  }
}
