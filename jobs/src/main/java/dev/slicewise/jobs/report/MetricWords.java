package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.LossMetric;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.term.LossInfo;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a metric says about itself, whether it is a metric or a loss, of the catalogue or a user's.
 *
 * @param metric with every parameter in force
 * @param brief with the parameters only that differ from their defaults
 * @param summary one sentence; may be empty
 * @param formula its definition; may be empty
 * @param units of its value; empty for none
 * @param better which values are good
 * @param use why one reads it, and its trap; may be empty
 */
record MetricWords(
    NamedMetric metric,
    NamedMetric brief,
    String summary,
    String formula,
    String units,
    Direction better,
    String use) {

  static MetricWords of(NamedMetric named) {
    NamedMetric brief = brief(named);
    if (named.metric() instanceof LossMetric mean) {
      LossInfo info = mean.loss().getClass().getAnnotation(LossInfo.class);
      if (info != null) {
        String reduced = mean.reduction() == LossMetric.Reduction.SUM ? "Σwℓ" : "Σwℓ/W";
        String formula = reduced + " with ℓ = " + info.formula();
        String use = (info.cost() + " " + info.trap()).trim();
        return new MetricWords(
            named, brief, info.summary(), formula, units(info.units()), Direction.LOWER, use);
      }
    }
    MetricInfo info =
        named.metric() == null ? null : named.metric().getClass().getAnnotation(MetricInfo.class);
    if (info == null) {
      return new MetricWords(named, brief, "", "", "", Direction.NONE, "");
    }
    return new MetricWords(
        named,
        brief,
        info.summary(),
        info.formula(),
        units(info.units()),
        info.better(),
        info.use());
  }

  private static String units(String declared) {
    return declared.equals("none") ? "" : declared;
  }

  private static NamedMetric brief(NamedMetric named) {
    Map<String, Object> changed = new LinkedHashMap<>(named.parameters());
    for (CatalogEntry entry : MetricCatalog.standard().entries()) {
      if (entry.id().equals(named.id())) {
        for (ParameterInfo parameter : entry.parameters()) {
          String usual = ParameterInfo.text(parameter.defaultValue());
          if (usual.equals(ParameterInfo.text(changed.get(parameter.name())))) {
            changed.remove(parameter.name());
          }
        }
      }
    }
    return new NamedMetric(named.id(), changed, named.metric());
  }

  /** Which values are good, in words; empty when none are. */
  String betterText() {
    return switch (better) {
      case LOWER -> "lower is better";
      case HIGHER -> "higher is better";
      case ZERO -> "closer to 0 is better";
      case ONE -> "closer to 1 is better";
      case NONE -> "";
    };
  }

  /** Writes a link to what is said about the metric; pointing at it shows every parameter. */
  void link(Html html, String cssClass, int position) {
    html.open("a", cssClass).attribute("href", "#m" + position);
    if (!brief.parameters().equals(metric.parameters())) {
      html.attribute("title", metric.text());
    }
    name(html);
    html.close();
  }

  /** Writes the name, and smaller the parameters that differ from their defaults. */
  void name(Html html) {
    name(html, brief);
  }

  /** Writes the name, and smaller every parameter. */
  void fullName(Html html) {
    name(html, metric);
  }

  private static void name(Html html, NamedMetric named) {
    breakable(html, named.id(), '_');
    String parameters = named.text().substring(named.id().length());
    if (!parameters.isEmpty()) {
      html.open("wbr").close().open("small");
      breakable(html, parameters, ',');
      html.close();
    }
  }

  /** Writes text that may break after a character. */
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
