package dev.slicewise.bench.kernel;

import dev.slicewise.core.statistic.State;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Batch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds a value, when every state gets its rows in runs of a length. */
@org.openjdk.jmh.annotations.State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AddBenchmark {
  /** More than a processor remembers the branches of. */
  private static final int BATCHES = 16;

  /** Which statistic. */
  @Param public Kernel statistic;

  /** Rows of a batch that belong to one slice: 1 is as many slices as rows. */
  @Param({"1", "16", "1024"})
  public int run;

  private KernelRows rows;
  private State<?>[] states;
  private int turn;

  /** Makes the rows and one empty state for every run of a batch. */
  @Setup
  public void setUp() {
    Statistic<?> asked = statistic.statistic();
    rows = new KernelRows(asked, BATCHES);
    states = new State<?>[Batch.CAPACITY / run];
    for (int s = 0; s < states.length; s++) {
      states[s] = asked.empty(false);
    }
  }

  /** Adds one batch. */
  @Benchmark
  @OperationsPerInvocation(Batch.CAPACITY)
  public Object add() {
    rows.addTo(states, turn++ % BATCHES, run);
    return states;
  }
}
