package dev.slicewise.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Kernels;
import dev.slicewise.core.laws.Property;
import dev.slicewise.core.laws.RowGenerator;
import dev.slicewise.core.metric.MetricCatalog;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Forged bytes with a right checksum: they are refused, or they are the very bytes that the state
 * read from them is written as; and reading them allocates in proportion to their length.
 */
@Timeout(120)
class StateFuzzTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A bin of 2 bytes opens up to 14 longs in a table of twice as many, grown by doubling. */
  private static final long BYTES_EACH = 1_000;

  /** What an empty state of the plan and a filled calibration table take. */
  private static final long BYTES_ANYWAY = 2_000_000;

  static List<Kernel> kernels() {
    Suite kinds = Kernels.remembering(Kernels.INSTANCES);
    Suite few = Suite.of("mae, log_loss, roc_auc, ece, worst_rows, normalized_gini");
    return List.of(
        new Kernel("every kind", EvaluationPlan.of(kinds)),
        new Kernel("every kind, weighted", EvaluationPlan.of(kinds.withWeights())),
        new Kernel("a few", EvaluationPlan.of(few)),
        new Kernel("a few, in groups", EvaluationPlan.of(few.withWeights().withJackknife())));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void forgedStatesAreRefusedOrCanonical(Kernel kernel) {
    byte[][] samples = new byte[40][];
    SplittableRandom rows = new SplittableRandom(5);
    for (int i = 0; i < samples.length; i++) {
      samples[i] =
          Kernel.bytes(
              kernel.state(RowGenerator.rows(rows, kernel.plan().roles(), rows.nextInt(1, 9))));
    }
    long[] accepted = new long[1];
    Property.check(
        25_000,
        random -> {
          byte[] forged = StateCodecTest.signed(damaged(random, samples));
          long before = THREADS.getCurrentThreadAllocatedBytes();
          SliceState read;
          try {
            read = StateCodec.read(forged, kernel.plan());
          } catch (StateFormatException refused) {
            read = null;
          }
          long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
          assertThat(allocated).isLessThan(BYTES_ANYWAY + BYTES_EACH * forged.length);
          if (read != null) {
            accepted[0]++;
            assertThat(StateCodec.toTransport(read)).isEqualTo(forged);
          }
        });
    // Damage that makes another state, such as a count of 4 instead of 3, is accepted at times.
    assertThat(accepted[0]).isBetween(1L, 12_500L);
  }

  /** Some bytes changed, inserted, left out or taken from another state, after the header. */
  private static byte[] damaged(SplittableRandom random, byte[][] samples) {
    byte[] bytes = samples[random.nextInt(samples.length)].clone();
    int header = 14;
    for (int damage = random.nextInt(1, 4); damage > 0; damage--) {
      int at = random.nextInt(header, bytes.length - 4);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes[at] += (byte) (random.nextBoolean() ? 1 : -1);
        case 3 -> bytes = spliced(bytes, at, at, new byte[] {(byte) random.nextInt()});
        case 4 -> bytes = spliced(bytes, at, at + 1, new byte[0]);
        default -> {
          byte[] other = samples[random.nextInt(samples.length)];
          int from = random.nextInt(header, other.length - 4);
          int to = random.nextInt(from, other.length - 4);
          int end = Math.min(bytes.length - 4, at + to - from);
          bytes = spliced(bytes, at, end, Arrays.copyOfRange(other, from, to));
        }
      }
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] inner) {
    byte[] result = Arrays.copyOf(bytes, bytes.length - (to - from) + inner.length);
    System.arraycopy(inner, 0, result, from, inner.length);
    System.arraycopy(bytes, to, result, from + inner.length, bytes.length - to);
    return result.length < 19 ? bytes : result;
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void noiseIsRefused(Kernel kernel) {
    byte[] header = Arrays.copyOf(Kernel.bytes(kernel.plan().emptyState()), 14);
    Property.check(
        5_000,
        random -> {
          byte[] noise = Arrays.copyOf(header, 14 + random.nextInt(200) + 4);
          for (int i = 14; i < noise.length; i++) {
            noise[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt() : random.nextInt(12));
          }
          try {
            SliceState read = StateCodec.read(StateCodecTest.signed(noise), kernel.plan());
            assertThat(StateCodec.toTransport(read)).isEqualTo(noise);
          } catch (StateFormatException refused) {
            assertThat(refused).message().isNotBlank();
          }
        });
  }

  private static final String[] FRAGMENTS = {
    "mae",
    "huber",
    "(",
    ")",
    ",",
    "=",
    "'",
    " ",
    "delta",
    "q",
    "1e999999999",
    "-0",
    "NaN",
    "99999999999999999999",
    "0.5",
    "n_bins",
    "worst_rows",
    "k",
    "null",
    "true",
    "\u0000",
    "é",
    "ece(n_bins=1e1000000000)",
    "worst_rows(k=4294967301)",
    "huber(delta=1e-320)"
  };

  @Test
  void forgedSuitesAreRefusedWithoutDelay() {
    StateCodec codec = new StateCodec(MetricCatalog.standard());
    Property.check(
        2_500,
        random -> {
          StringBuilder suite = new StringBuilder("-i- ");
          for (int i = random.nextInt(12); i > 0; i--) {
            suite.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
          }
          if (random.nextInt(50) == 0) {
            suite.append("x".repeat(20_000));
          }
          byte[] text = suite.toString().getBytes(StandardCharsets.UTF_8);
          dev.slicewise.core.codec.StateWriter out = new dev.slicewise.core.codec.StateWriter();
          out.raw(new byte[] {'S', 'L', 'W', 'S', 1, 1}, 0, 6);
          out.fixed64(random.nextLong());
          out.unsigned(text.length);
          out.raw(text, 0, text.length);
          out.fixed32(0);
          try {
            codec.readStored(StateCodecTest.signed(out.toBytes()));
            throw new AssertionError("a forged fingerprint was accepted for " + suite);
          } catch (StateFormatException refused) {
            assertThat(refused).message().isNotBlank();
          }
        });
  }
}
