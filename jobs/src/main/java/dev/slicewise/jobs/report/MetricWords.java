package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.LossMetric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.term.LossInfo;

/**
 * What a metric says about itself, whether it is a metric or a loss, of the catalogue or a user's.
 *
 * @param summary one sentence; may be empty
 * @param formula its definition; may be empty
 * @param units of its value; empty for none
 * @param range where values lie; may be empty
 * @param better which values are good
 * @param use why one reads it, and its trap; may be empty
 */
record MetricWords(
    String summary, String formula, String units, String range, Direction better, String use) {

  static MetricWords of(NamedMetric named) {
    if (named.metric() instanceof LossMetric mean) {
      LossInfo info = mean.loss().getClass().getAnnotation(LossInfo.class);
      if (info != null) {
        String reduced = mean.reduction() == LossMetric.Reduction.SUM ? "Σwℓ" : "Σwℓ/W";
        return new MetricWords(
            info.summary(),
            reduced + " with ℓ = " + info.formula(),
            units(info.units()),
            info.range(),
            Direction.LOWER,
            (info.cost() + " " + info.trap()).trim());
      }
    }
    MetricInfo info = named.metric().getClass().getAnnotation(MetricInfo.class);
    return info == null
        ? new MetricWords("", "", "", "", Direction.NONE, "")
        : new MetricWords(
            info.summary(),
            info.formula(),
            units(info.units()),
            info.range(),
            info.better(),
            info.use());
  }

  private static String units(String declared) {
    return declared.equals("none") ? "" : declared;
  }

  /** Which values are good, in words. */
  String betterText() {
    return switch (better) {
      case LOWER -> "lower is better";
      case HIGHER -> "higher is better";
      case ZERO -> "closer to 0 is better";
      case ONE -> "closer to 1 is better";
      case NONE -> "neither high nor low is good";
    };
  }

  /** Writes a metric's name: the id, breakable at underscores, and its parameters, smaller. */
  static void name(Html html, NamedMetric metric) {
    breakable(html, metric.id(), '_');
    String parameters = metric.text().substring(metric.id().length());
    if (!parameters.isEmpty()) {
      html.open("wbr").close().open("small");
      breakable(html, parameters, ',');
      html.close();
    }
  }

  private static void breakable(Html html, String text, char after) {
    int start = 0;
    for (int i = text.indexOf(after); i >= 0 && i < text.length() - 1; ) {
      html.text(text.substring(start, i + 1)).open("wbr").close();
      start = i + 1;
      i = text.indexOf(after, start);
    }
    html.text(text.substring(start));
  }
}
