package dev.slicewise.bench;

import dev.slicewise.bench.Answers.Coverage;
import dev.slicewise.bench.Answers.Rounding;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.Slices;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.SliceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/**
 * The whole suite by {@link Evaluation}. What is timed ends with the metrics of every slice; where
 * slices are too many to collect, with the states of every slice held by Spark.
 *
 * @param spark session with the tables
 * @param id of the alternative
 * @param about in words
 * @param intervals whether confidence intervals are computed too
 * @param finestOnly whether only the finest definition is asked for
 */
record EvaluatorAlternative(
    SparkSession spark, String id, String about, boolean intervals, boolean finestOnly)
    implements Alternative {

  static List<Alternative> all(SparkSession spark) {
    return List.of(
        new EvaluatorAlternative(
            spark, "evaluator", "the whole suite by Evaluation, every definition", false, false),
        new EvaluatorAlternative(
            spark, "evaluator_finest", "likewise, the finest definition alone", false, true),
        new EvaluatorAlternative(
            spark, "evaluator_intervals", "likewise, with confidence intervals", true, false));
  }

  @Override
  public Optional<String> refusal(Scenario scenario, long rows) {
    return finestOnly && scenario.definitions().size() == 1
        ? Optional.of("the scenario has one definition")
        : Optional.empty();
  }

  @Override
  public Supplier<Answers> run(Scenario scenario) {
    Evaluation evaluation =
        Evaluation.of(SparkSqlEngine.table(spark, scenario))
            .label(scenario.label())
            .prediction(scenario.prediction())
            .metrics(Measure.suite())
            .slices(specs(scenario));
    if (scenario.weighted()) {
      evaluation.weight("w");
    }
    if (!intervals) {
      evaluation.withoutIntervals();
    }
    SliceTable table = evaluation.run();
    if (scenario.tooManySlicesToCollect()) {
      return () -> {
        try (table) {
          return someOf(table, scenario);
        }
      };
    }
    try (table) {
      List<SliceResult> results = new ArrayList<>();
      table.forEach(results::add);
      return () -> all(results, scenario);
    }
  }

  private SliceSpec[] specs(Scenario scenario) {
    List<List<SliceColumn>> definitions =
        finestOnly ? List.of(scenario.finest()) : scenario.definitions();
    return definitions.stream()
        .map(columns -> Slices.by(Scenario.names(columns).toArray(String[]::new)))
        .toArray(SliceSpec[]::new);
  }

  private Answers all(List<SliceResult> results, Scenario scenario) {
    Answers answers = new Answers(finestOnly ? Coverage.FINEST : Coverage.SLICES, Rounding.ONCE);
    int first = finestOnly ? scenario.definitions().size() - 1 : 0;
    for (SliceResult result : results) {
      String key = Answers.key(first + result.key().definition(), result.key().values());
      answers.put(key, result.metrics());
    }
    return answers;
  }

  /** The slices whose answers are known, picked from the states where they are. */
  private Answers someOf(SliceTable table, Scenario scenario) {
    String column = scenario.finest().get(0).columnName();
    Answers answers = new Answers(Coverage.SLICES, Rounding.ONCE);
    List<String> wanted = new ArrayList<>();
    Expected.firstSlices(scenario).forEach(values -> wanted.add("'" + values.get(0) + "'"));
    table
        .states(spark)
        .where("slice['%s'] IN (%s)".formatted(column, String.join(", ", wanted)))
        .selectExpr("slice['" + column + "']", "state")
        .collectAsList()
        .forEach(
            row ->
                answers.putState(Answers.key(0, List.of(row.getString(0))), (byte[]) row.get(1)));
    answers.sliceCount(table.sliceCount());
    return answers;
  }
}
