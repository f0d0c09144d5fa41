package dev.slicewise.spark.aggregator;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.spark.role.RoleReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A suite of metrics as Spark's public {@link Aggregator}: rows of doubles in, the stored state out
 * (the same bytes as {@code eval_state} and {@code Evaluation}). For typed Datasets, Structured
 * Streaming and whoever wants plain public API.
 *
 * <p>Rows have the fields of {@link #inputSchema()} in its order; NULL is allowed and counted.
 */
public final class StateAggregator extends Aggregator<Row, StateBuffer, byte[]> {
  private static final long serialVersionUID = 1L;

  private final String suite;
  private transient EvaluationPlan plan;
  private transient BatchEvaluator evaluator;

  /** The aggregator of a suite. */
  public StateAggregator(Suite suite) {
    this.suite = suite.text();
  }

  /** The aggregator of unweighted metrics, such as {@code "mae, rmse"}, with intervals. */
  public static StateAggregator of(String metrics) {
    return new StateAggregator(Suite.of(metrics));
  }

  EvaluationPlan plan() {
    if (plan == null) {
      plan = EvaluationPlan.of(Suite.parse(suite, MetricCatalog.standard()));
    }
    return plan;
  }

  /**
   * The roles that a row must give, all nullable: doubles, arrays and text by their shape; the
   * weight comes last. A role that is read as number and as something else has two fields.
   */
  public StructType inputSchema() {
    List<StructField> fields = new ArrayList<>();
    for (Role role : plan().roles()) {
      boolean twice = plan().roles().stream().filter(r -> r.name().equals(role.name())).count() > 1;
      String name =
          twice && role.shape() != Shape.NUMBER
              ? role.name() + "_" + role.shape().name().toLowerCase(Locale.ROOT)
              : role.name();
      DataType type = RoleReader.standardType(role.shape());
      fields.add(DataTypes.createStructField(name, type, true));
    }
    return DataTypes.createStructType(fields);
  }

  private BatchEvaluator evaluator() {
    if (evaluator == null) {
      evaluator = new BatchEvaluator(plan(), RowBuffer.LAST_CAPACITY);
    }
    return evaluator;
  }

  @Override
  public StateBuffer zero() {
    return new StateBuffer(plan());
  }

  @Override
  public StateBuffer reduce(StateBuffer buffer, Row row) {
    int at = buffer.rows().nextRow(evaluator());
    Batch batch = buffer.rows().batch();
    buffer.evaluatedBy(evaluator());
    for (int c = 0; c < plan().roles().size(); c++) {
      if (row.isNullAt(c)) {
        batch.setNull(c, at);
      } else if (plan().roles().get(c).shape() == Shape.NUMBER) {
        batch.set(c, at, row.getDouble(c));
      } else {
        ExternalValues.set(batch, c, at, row);
      }
    }
    return buffer;
  }

  @Override
  public StateBuffer merge(StateBuffer target, StateBuffer source) {
    target.state().merge(source.state());
    return target;
  }

  @Override
  public byte[] finish(StateBuffer buffer) {
    return StateCodec.toStored(buffer.state());
  }

  @Override
  public Encoder<StateBuffer> bufferEncoder() {
    return Encoders.javaSerialization(StateBuffer.class);
  }

  @Override
  public Encoder<byte[]> outputEncoder() {
    return Encoders.BINARY();
  }
}
