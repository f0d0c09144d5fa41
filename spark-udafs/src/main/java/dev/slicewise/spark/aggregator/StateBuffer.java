package dev.slicewise.spark.aggregator;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;

/**
 * The buffer of an {@link StateAggregator}: what Spark's encoder ships of it is the state's own
 * canonical bytes, nothing of Java's serialisation.
 */
public final class StateBuffer implements Externalizable {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 1 << 30;

  private transient RowBuffer rows;
  private transient BatchEvaluator evaluator;

  /** For deserialisation only. */
  public StateBuffer() {}

  StateBuffer(EvaluationPlan plan) {
    rows = new RowBuffer(plan.emptyState());
  }

  RowBuffer rows() {
    return rows;
  }

  /** Remembers who adds the rows that still wait. */
  void evaluatedBy(BatchEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  SliceState state() {
    return rows.state(evaluator);
  }

  @Override
  public void writeExternal(ObjectOutput out) throws IOException {
    byte[] bytes = StateCodec.toStored(state());
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public void readExternal(ObjectInput in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("expected the length of a state, found " + length);
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    rows = new RowBuffer(Codecs.STANDARD.readStored(bytes));
  }

  /** The codec of this process, with its memory of plans. */
  private static final class Codecs {
    static final StateCodec STANDARD = new StateCodec(MetricCatalog.standard());
  }
}
