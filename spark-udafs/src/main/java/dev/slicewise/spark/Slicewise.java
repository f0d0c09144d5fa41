package dev.slicewise.spark;

import dev.slicewise.spark.aggregator.StateAggregator;
import dev.slicewise.spark.catalyst.FunctionCatalog;
import dev.slicewise.spark.catalyst.ShareStates;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Entry points that are not a table: SQL functions for a running session, the aggregator as UDAF.
 */
public final class Slicewise {
  /** A function that every Spark has. */
  private static final String OF_SPARK = "abs";

  private Slicewise() {}

  /** Adds the SQL functions to a session that already runs; harmless when they are there. */
  public static void register(SparkSession spark) {
    var session = (org.apache.spark.sql.classic.SparkSession) spark;
    FunctionRegistry registry = session.sessionState().functionRegistry();
    // Spark 4.3 knows functions by catalogue and namespace, which are those of its own; before, by
    // their names alone.
    FunctionIdentifier own =
        CollectionConverters.asJava(registry.listFunction()).stream()
            .filter(known -> known.funcName().equals(OF_SPARK))
            .findFirst()
            .orElseGet(() -> new FunctionIdentifier(OF_SPARK));
    FunctionCatalog.standard()
        .functions()
        .forEach(
            (name, function) -> {
              FunctionIdentifier identifier =
                  new FunctionIdentifier(name, own.database(), own.catalog());
              // Spark warns of each function that takes the place of another.
              if (!registry
                  .lookupFunctionBuilder(identifier)
                  .exists(SlicewiseExtensions::isBuilder)) {
                registry.registerFunction(
                    identifier, function.info(), SlicewiseExtensions.builder(function));
              }
            });
    List<Rule<LogicalPlan>> rules =
        new ArrayList<>(CollectionConverters.asJava(session.experimental().extraOptimizations()));
    if (rules.stream().noneMatch(ShareStates.class::isInstance)) {
      rules.add(new ShareStates());
      session.experimental().extraOptimizations_$eq(CollectionConverters.asScala(rules).toSeq());
    }
  }

  /**
   * A suite as an untyped aggregate function over columns, in the order of {@link
   * StateAggregator#inputSchema()}; its result is the stored state.
   */
  public static UserDefinedFunction udaf(StateAggregator aggregator) {
    return functions.udaf(aggregator, Encoders.row(aggregator.inputSchema()));
  }
}
