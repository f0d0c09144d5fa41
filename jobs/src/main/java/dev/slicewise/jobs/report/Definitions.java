package dev.slicewise.jobs.report;

import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceSpec;
import java.util.List;

/** Slice definitions in words. */
final class Definitions {
  /** Most characters of a dimension's name. */
  static final int NAME_CHARACTERS = 80;

  private Definitions() {}

  /** Writes the dimensions' names: {@code carrier × origin}. */
  static void name(Html html, SliceSpec definition) {
    List<String> names = definition.names();
    for (int i = 0; i < names.size(); i++) {
      if (i > 0) {
        html.element("span", "by", " × ");
      }
      html.element("bdi", VisibleText.cut(names.get(i), NAME_CHARACTERS));
    }
  }

  /** Writes what the dimensions are, when their names do not say it. */
  static void explain(Html html, SliceSpec definition) {
    for (Dimension dimension : definition.dimensions()) {
      String explanation = explanation(dimension);
      if (!explanation.isEmpty()) {
        html.open("p", "note")
            .element("bdi", VisibleText.cut(dimension.name(), NAME_CHARACTERS))
            .text(": ");
        html.text(VisibleText.cut(explanation, 400)).close();
      }
    }
  }

  private static String explanation(Dimension dimension) {
    if (dimension instanceof Dimension.Expression expression) {
      return expression.name().equals(expression.sql()) ? "" : expression.sql();
    }
    if (dimension instanceof Dimension.Bucket bucket) {
      StringBuilder edges = new StringBuilder();
      for (double edge : bucket.edges()) {
        edges.append(edges.isEmpty() ? "" : ", ").append(Numbers.full(edge));
      }
      return bucket.sql() + " cut at " + edges + "; a value on an edge belongs above it";
    }
    if (dimension instanceof Dimension.TimeUnit time) {
      return time.sql() + " cut to the " + time.unit();
    }
    if (dimension instanceof Dimension.Top top) {
      return "the "
          + Numbers.count(top.limit())
          + " most frequent values of "
          + top.sql()
          + ", all others as "
          + Dimension.OTHER;
    }
    return "";
  }
}
