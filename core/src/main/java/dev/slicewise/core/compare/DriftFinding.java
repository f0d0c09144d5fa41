package dev.slicewise.core.compare;

import dev.slicewise.core.metric.drift.DriftAnswer;
import dev.slicewise.core.metric.drift.DriftQuestion;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The answer to one question about one slice on two sides.
 *
 * @param subject the column or metric, as people call it
 * @param question what was asked
 * @param answer what came of it
 * @param adjusted the p-value adjusted for all slices and columns; null before, and where it counts
 *     for nothing
 */
public record DriftFinding(
    String subject, DriftQuestion question, DriftAnswer answer, Double adjusted) {
  /** This with an adjusted p-value. */
  public DriftFinding adjusted(Double p) {
    return new DriftFinding(subject, question, answer, p);
  }

  /** The verdict as files say it. */
  public String verdict() {
    return answer.verdict().name().toLowerCase(Locale.ROOT);
  }

  /** The limit that the value was compared with; null without. */
  public Double threshold() {
    return answer.limit() == null || answer.value() == null
        ? null
        : (Double) answer.limit().against(answer.value());
  }

  /** On which side of the limit drift begins; null without. */
  public String direction() {
    return answer.limit() == null ? null : answer.limit().direction();
  }

  /** What tables and files say of it, by the names of their columns, in order. */
  public Map<String, Object> cells() {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("column", subject);
    cells.put("method", question.method());
    cells.put("params", question.parameters());
    cells.put("value", answer.value());
    cells.put("error_bound", answer.errorBound() == 0 ? null : (Double) answer.errorBound());
    cells.put("threshold", threshold());
    cells.put("direction", direction());
    cells.put("verdict", verdict());
    cells.put("p_value", answer.p());
    cells.put("p_adjusted", adjusted);
    cells.put("n_reference", answer.reference());
    cells.put("n_current", answer.current());
    cells.put("details", answer.details());
    cells.put("reason", answer.reason());
    return cells;
  }
}
