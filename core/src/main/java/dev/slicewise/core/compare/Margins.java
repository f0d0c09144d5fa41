package dev.slicewise.core.compare;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much worse a model may be and still be called no worse, metric by metric. */
public final class Margins {
  private Margins() {}

  /**
   * Reads {@code mae=0.5}, {@code quantile_abs_error(q=0.9)=2}.
   *
   * @param asked the metrics that are compared; any when null
   * @return margins in the units of the metric, by the metric's text
   * @throws IllegalArgumentException when one is none, or of a metric that is not compared
   */
  public static Map<String, Double> parse(
      List<String> said, List<NamedMetric> asked, Profile profile) {
    Map<String, Double> margins = new LinkedHashMap<>();
    for (String text : said) {
      int equals = text.lastIndexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("expected METRIC=VALUE, found '" + text + "'");
      }
      NamedMetric metric = MetricCatalog.standard().parse(text.substring(0, equals), profile);
      if (asked != null && asked.stream().noneMatch(one -> one.text().equals(metric.text()))) {
        throw new IllegalArgumentException(
            "expected a margin of one of the metrics that are compared, found one of "
                + metric.text());
      }
      margins.put(metric.text(), size(text, text.substring(equals + 1).trim()));
    }
    return margins;
  }

  private static double size(String text, String number) {
    double size;
    try {
      size = Double.parseDouble(number);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a number as margin, found '" + text + "'", e);
    }
    if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("expected a margin above 0, found " + text);
    }
    return size;
  }
}
