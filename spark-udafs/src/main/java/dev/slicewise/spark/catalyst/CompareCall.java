package dev.slicewise.spark.catalyst;

import dev.slicewise.core.compare.Comparison;
import dev.slicewise.core.compare.ComparisonCells;
import dev.slicewise.core.compare.ModelComparison;
import dev.slicewise.core.compare.PairedQuestions;
import dev.slicewise.core.compare.UnpairedComparison;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.SliceState;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** What a call of {@code eval_compare} asks of states; questions are made once for each plan. */
final class CompareCall implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * What was said.
   *
   * @param metrics canonical texts; null for all that states remember
   * @param margins how much worse is tolerated, by the metric's text
   * @param confidence of intervals, in (0, 1)
   * @param model what the model of other rows is called
   * @param baseline what its baseline is called
   */
  record Said(
      ArrayList<String> metrics,
      HashMap<String, Double> margins,
      double confidence,
      String model,
      String baseline)
      implements Serializable {}

  private final Said said;
  private transient Map<EvaluationPlan, List<ModelComparison>> paired;
  private transient Map<EvaluationPlan, List<NamedMetric>> unpaired;

  CompareCall(Said said) {
    this.said = said;
  }

  private Finish finish() {
    return new Finish(said.confidence(), Finish.InvalidRows.SKIP);
  }

  private List<NamedMetric> metrics() {
    return said.metrics() == null
        ? null
        : said.metrics().stream().map(MetricCatalog.standard()::parse).toList();
  }

  /** The comparisons of models on the rows of one state. */
  List<Object[]> paired(byte[] bytes) {
    SliceState state = StoredStates.read(bytes);
    if (paired == null) {
      paired = new WeakHashMap<>();
    }
    List<ModelComparison> questions =
        paired.computeIfAbsent(
            state.plan(), plan -> PairedQuestions.remembered(plan, metrics(), said.margins()));
    List<Comparison> found = ModelComparison.of(state, finish(), questions);
    List<Object[]> structs = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      ModelComparison question = questions.get(i);
      structs.add(cells(found.get(i), question.model(), question.baseline(), true));
    }
    return structs;
  }

  /**
   * The comparisons of two states of different rows.
   *
   * @param model null for a slice that the model has no row of
   * @param baseline null for one that the baseline has none of; not both are null
   */
  List<Object[]> unpaired(byte[] model, byte[] baseline) {
    SliceState m = model == null ? null : StoredStates.read(model);
    SliceState b = baseline == null ? null : StoredStates.read(baseline);
    if (m != null && b != null) {
      m.plan().expectSame(b.plan());
    }
    if (unpaired == null) {
      unpaired = new WeakHashMap<>();
    }
    List<NamedMetric> metrics =
        unpaired.computeIfAbsent(
            (m == null ? b : m).plan(),
            plan ->
                UnpairedComparison.metrics(plan, said.metrics() == null ? List.of() : metrics()));
    List<Object[]> structs = new ArrayList<>();
    for (Comparison found : UnpairedComparison.of(m, b, metrics, said.margins(), finish())) {
      structs.add(cells(found, said.model(), said.baseline(), false));
    }
    return structs;
  }

  private static Object[] cells(
      Comparison comparison, String model, String baseline, boolean paired) {
    List<Object> cells = new ArrayList<>();
    cells.add(comparison.metric().id());
    cells.add(StructArrays.texts(comparison.metric().parameters()));
    cells.add(model);
    cells.add(baseline);
    cells.add(paired);
    cells.addAll(ComparisonCells.of(comparison).values());
    return cells.toArray();
  }
}
