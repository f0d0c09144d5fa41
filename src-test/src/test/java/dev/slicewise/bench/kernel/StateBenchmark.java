package dev.slicewise.bench.kernel;

import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.statistic.State;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Batch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds a state of so many rows takes to be merged, written and read. */
@org.openjdk.jmh.annotations.State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StateBenchmark {
  /** Which statistic. */
  @Param public Kernel statistic;

  /** Rows in either state: of a small slice, and of one whose bins are full. */
  @Param({"16", "65536"})
  public int rows;

  private Statistic<?> asked;
  private State<?> source;
  private State<?> target;
  private byte[] bytes;

  /** Makes two states of different rows, and the bytes of one. */
  @Setup
  public void setUp() {
    asked = statistic.statistic();
    source = asked.empty(false);
    target = asked.empty(false);
    int batches = Math.max(1, rows / Batch.CAPACITY);
    KernelRows input = new KernelRows(asked, 2 * batches);
    int run = Math.min(rows, Batch.CAPACITY);
    for (int b = 0; b < batches; b++) {
      input.addFirst(source, b, run);
      input.addFirst(target, batches + b, run);
    }
    bytes = bytes(source);
  }

  /** Adds the rows of one state to the other. */
  @Benchmark
  public Object merge() {
    merge(target, source);
    return target;
  }

  /** Both are states of one statistic. */
  @SuppressWarnings("unchecked")
  private static <S extends State<S>> void merge(State<?> target, State<?> source) {
    ((S) target).merge((S) source);
  }

  /** Writes the canonical bytes. */
  @Benchmark
  public byte[] write() {
    return bytes(source);
  }

  private static byte[] bytes(State<?> state) {
    StateWriter writer = new StateWriter();
    state.write(writer);
    return writer.toBytes();
  }

  /** Reads them, with every check. */
  @Benchmark
  public Object read() {
    return asked.read(new StateReader(bytes, 0, bytes.length), false);
  }
}
