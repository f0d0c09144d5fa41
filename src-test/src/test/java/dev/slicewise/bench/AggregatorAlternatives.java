package dev.slicewise.bench;

import dev.slicewise.bench.Answers.Coverage;
import dev.slicewise.bench.Answers.Rounding;
import dev.slicewise.bench.HandwrittenSums.RowLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Aggregators of double sums as people write them, without weights, of the finest definition.
 *
 * @param spark session with the tables
 * @param id of the alternative
 * @param about in words
 * @param groups the losses of each Aggregator
 */
record AggregatorAlternatives(
    SparkSession spark, String id, String about, List<List<RowLoss>> groups)
    implements Alternative {

  static List<Alternative> all(SparkSession spark) {
    return List.of(
        new AggregatorAlternatives(
            spark,
            "five_aggregators",
            "MAE, RMSE, bias, Huber and log loss by one hand-written Aggregator each",
            Stream.of(RowLoss.ABSOLUTE, RowLoss.SQUARED, RowLoss.ERROR, RowLoss.HUBER, RowLoss.LOG)
                .map(loss -> List.of(RowLoss.ROWS, loss))
                .toList()),
        new AggregatorAlternatives(
            spark,
            "fused_aggregator",
            "the nine plain sums by one hand-written Aggregator",
            List.of(List.of(RowLoss.values()))));
  }

  @Override
  public Optional<String> refusal(Scenario scenario, long rows) {
    if (scenario.weighted()) {
      return Optional.of("the hand-written Aggregators know no weights");
    }
    return scenario.tooManySlicesToCollect()
        ? Optional.of("a million arrays would have to be collected")
        : Optional.empty();
  }

  @Override
  public Supplier<Answers> run(Scenario scenario) {
    List<Column> sums = new ArrayList<>();
    for (List<RowLoss> losses : groups) {
      sums.add(
          functions
              .udaf(
                  new HandwrittenSums(losses), Encoders.tuple(Encoders.DOUBLE(), Encoders.DOUBLE()))
              .apply(functions.col(scenario.label()), functions.col(scenario.prediction())));
    }
    List<Row> rows =
        SparkSqlEngine.table(spark, scenario)
            .groupBy(SparkSqlEngine.sliceColumns(scenario))
            .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
            .collectAsList();
    return () -> answers(scenario, rows);
  }

  private Answers answers(Scenario scenario, List<Row> rows) {
    int definition = scenario.definitions().size() - 1;
    Answers answers =
        new Answers(definition > 0 ? Coverage.FINEST : Coverage.SLICES, Rounding.AT_EVERY_ROW);
    int keys = scenario.finest().size();
    for (Row row : rows) {
      List<Object> values = new ArrayList<>();
      for (int c = 0; c < keys; c++) {
        values.add(row.get(c));
      }
      String key = Answers.key(definition, values);
      for (int g = 0; g < groups.size(); g++) {
        List<Double> sums = row.getList(keys + g);
        for (int s = 1; s < sums.size(); s++) {
          put(answers, key, groups.get(g).get(s), sums.get(0), sums.get(s));
        }
      }
    }
    return answers;
  }

  private static void put(Answers answers, String key, RowLoss loss, double rows, double sum) {
    double mean = sum / rows;
    switch (loss) {
      case ABSOLUTE -> answers.put(key, Measure.MAE, mean);
      case ERROR -> answers.put(key, Measure.BIAS, mean);
      case SQUARED -> answers.put(key, Measure.RMSE, Math.sqrt(mean));
      case HUBER -> answers.put(key, Measure.HUBER, mean);
      case PINBALL -> answers.put(key, Measure.PINBALL, mean);
      case LOG -> answers.put(key, Measure.LOG_LOSS, mean);
      case ROWS, LABEL, LABEL_SQUARED -> {
        // Parts of R², which is a matter of the driver.
      }
    }
  }
}
