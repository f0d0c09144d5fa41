package dev.slicewise.spark.catalyst;

import dev.slicewise.core.compare.ColumnChoice;
import dev.slicewise.core.compare.DriftFinding;
import dev.slicewise.core.compare.DriftQuestions;
import dev.slicewise.core.compare.DriftThresholds;
import dev.slicewise.core.compare.RememberedDrift;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.statistic.StateView;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** What a call of {@code eval_drift} asks of two states; questions are made once for each plan. */
final class DriftCall implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * What was said.
   *
   * @param columns a list; null for all that the states remember
   * @param methods a list; null for what is usual
   * @param metrics canonical texts; null for those of the states' suite
   * @param thresholds METHOD=LIMIT
   * @param minRows usable rows a side below which nothing is decided
   * @param confidence of intervals
   */
  record Said(
      String columns,
      String methods,
      ArrayList<String> metrics,
      ArrayList<String> thresholds,
      long minRows,
      double confidence)
      implements Serializable {}

  private final Said said;
  private transient Map<EvaluationPlan, DriftQuestions> questions;

  /**
   * Understands what was said.
   *
   * @throws IllegalArgumentException when it cannot be asked of any state
   */
  DriftCall(Said said) {
    this.said = said;
    columns();
    DriftQuestions.methods(list(said.methods()));
    rules();
  }

  private static List<String> list(String text) {
    return text == null ? List.of() : List.of(text);
  }

  private List<ColumnChoice> columns() {
    return said.columns() == null ? null : ColumnChoice.parse(list(said.columns()));
  }

  private DriftQuestions.Rules rules() {
    return new DriftQuestions.Rules(
        DriftThresholds.parse(said.thresholds()), said.confidence(), said.minRows());
  }

  private DriftQuestions of(EvaluationPlan plan) {
    List<NamedMetric> metrics =
        said.metrics() == null
            ? null
            : said.metrics().stream().map(MetricCatalog.standard()::parseScalar).toList();
    RememberedDrift remembered = RememberedDrift.of(plan, columns(), metrics);
    return DriftQuestions.of(
        remembered.columns(),
        said.methods() == null ? null : DriftQuestions.methods(list(said.methods())),
        remembered.metrics(),
        rules());
  }

  /**
   * The answers.
   *
   * @param reference the bytes of a state; null for a slice without rows there
   * @param current likewise; not both are null
   */
  List<DriftFinding> findings(byte[] reference, byte[] current) {
    SliceState r = reference == null ? null : StoredStates.read(reference);
    SliceState c = current == null ? null : StoredStates.read(current);
    if (r != null && c != null) {
      r.plan().expectSame(c.plan());
    }
    if (questions == null) {
      questions = new WeakHashMap<>();
    }
    EvaluationPlan plan = (r == null ? c : r).plan();
    return questions.computeIfAbsent(plan, this::of).ask(view(r), view(c));
  }

  private static StateView view(SliceState state) {
    return state == null ? null : state.view();
  }
}
