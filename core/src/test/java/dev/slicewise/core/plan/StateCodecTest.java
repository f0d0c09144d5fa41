package dev.slicewise.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.RowGenerator;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.MetricCatalog;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** Bytes that are no state of the plan, and what is said about each. */
class StateCodecTest {
  private static final StateCodec CODEC = new StateCodec(MetricCatalog.standard());
  private static final Suite SUITE = Suite.of("mae, p90_abs");
  private static final EvaluationPlan PLAN = EvaluationPlan.of(SUITE);

  /** Where the fields of the header stand. */
  private static final int VERSION_AT = 4;

  private static final int FORM_AT = 5;
  private static final int FINGERPRINT_AT = 6;
  private static final int SUITE_AT = 14;

  private static SliceState state(EvaluationPlan plan) {
    Rows rows = RowGenerator.clean(new SplittableRandom(3), plan.roles(), 30);
    return new Kernel("codec", plan).state(rows);
  }

  /** Replaces the checksum, as somebody would who forges a state. */
  static byte[] signed(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length - 4);
    for (int i = 0; i < 4; i++) {
      bytes[bytes.length - 4 + i] = (byte) (crc.getValue() >> (8 * i));
    }
    return bytes;
  }

  private static void expectRefused(byte[] bytes, String... parts) {
    assertThatThrownBy(() -> StateCodec.read(bytes, PLAN))
        .isInstanceOf(StateFormatException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void foreignBytesAreNoState() {
    expectRefused(new byte[0], "begin with SLWS", "found 0 other bytes");
    expectRefused("PAR1 something else".getBytes(StandardCharsets.UTF_8), "begin with SLWS", "19");
    expectRefused(new byte[] {'S', 'L', 'X'}, "begin with SLWS", "3");
  }

  @Test
  void truncatedStatesSaySo() {
    byte[] bytes = StateCodec.toStored(state(PLAN));
    expectRefused(Arrays.copyOf(bytes, 3), "truncated", "at least 18 bytes, found 3");
    expectRefused(Arrays.copyOf(bytes, 17), "truncated", "at least 18 bytes, found 17");
    expectRefused(Arrays.copyOf(bytes, bytes.length - 1), "corrupt or truncated", "checksum");
    expectRefused(
        signed(Arrays.copyOf(StateCodec.toTransport(state(PLAN)), 60)),
        "truncated",
        "more bytes are needed at byte",
        "read it again from its source");
  }

  @Test
  void newerVersionsNameTheVersion() {
    byte[] bytes = StateCodec.toTransport(state(PLAN));
    bytes[VERSION_AT] = 2;
    expectRefused(signed(bytes), "format version 1 to 1", "found version 2", "newer Slicewise");
    bytes[VERSION_AT] = 0;
    expectRefused(signed(bytes), "found version 0");
  }

  @Test
  void unknownFormsAndTrailingBytesAreRefused() {
    byte[] bytes = StateCodec.toTransport(state(PLAN));
    byte[] longer = signed(Arrays.copyOf(bytes, bytes.length + 2));
    expectRefused(longer, "expected the end of the state", "found 2 more bytes");
    bytes[FORM_AT] = 9;
    expectRefused(signed(bytes), "found form 9");
  }

  @Test
  void anotherPlansStateNamesBothPlans() {
    EvaluationPlan other = EvaluationPlan.of(Suite.of("roc_auc"));
    byte[] stored = StateCodec.toStored(state(other));
    expectRefused(
        stored,
        "expected a state of plan " + PLAN.fingerprintText(),
        "mean_absolute_error",
        "found one of plan " + other.fingerprintText(),
        "roc_auc",
        "Read it with the suite that wrote it");
    expectRefused(StateCodec.toTransport(state(other)), "an unnamed suite");
    assertThatThrownBy(() -> state(PLAN).merge(state(other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "found one of plan " + other.fingerprintText(),
            "it lacks",
            "it also has",
            "Merge states of one suite");
  }

  @Test
  void plansThatDifferInOptionsSayInWhich() {
    EvaluationPlan weighted = EvaluationPlan.of(SUITE.withWeights());
    EvaluationPlan grouped = EvaluationPlan.of(SUITE.withJackknife());
    assertThatThrownBy(() -> PLAN.emptyState().merge(weighted.emptyState()))
        .hasMessageContaining("one is weighted and the other is not");
    assertThatThrownBy(() -> PLAN.emptyState().merge(grouped.emptyState()))
        .hasMessageContaining("one keeps jackknife groups and the other does not");
  }

  @Test
  void storedStatesReadThemselves() {
    for (Suite suite : List.of(SUITE, SUITE.withWeights(), SUITE.withWeights().withJackknife())) {
      SliceState state = state(EvaluationPlan.of(suite));
      byte[] stored = StateCodec.toStored(state);
      SliceState read = CODEC.readStored(stored);
      assertThat(StateCodec.toStored(read)).isEqualTo(stored);
      assertThat(read.plan().suite().text()).isEqualTo(suite.text());
      assertThat(read.rows()).isEqualTo(30);
      assertThat(StateCodec.toTransport(StateCodec.read(stored, state.plan())))
          .isEqualTo(StateCodec.toTransport(state));
      assertThatThrownBy(() -> CODEC.readStored(StateCodec.toTransport(state)))
          .isInstanceOf(StateFormatException.class)
          .hasMessageContaining("transport form, which only its plan can read");
    }
  }

  @Test
  void storedStatesOfUnknownOrChangedMetricsSayWhich() {
    byte[] stored = StateCodec.toStored(state(PLAN));
    byte[] renamed = stored.clone();
    renamed[SUITE_AT + 1 + 4] = 'x';
    assertThatThrownBy(() -> CODEC.readStored(signed(renamed)))
        .isInstanceOf(StateFormatException.class)
        .hasMessageContainingAll(
            "unknown metric 'xean_absolute_error'",
            "Did you mean 'mean_absolute_error'?",
            "add that jar");
    byte[] changed = stored.clone();
    changed[FINGERPRINT_AT]++;
    assertThatThrownBy(() -> CODEC.readStored(signed(changed)))
        .isInstanceOf(StateFormatException.class)
        .hasMessageContainingAll(
            "means other statistics in this release",
            PLAN.fingerprintText(),
            "Read it with the release that wrote it");
  }

  @Test
  void everyFlippedBitAndEveryTruncationIsRefused() {
    Suite suite =
        Suite.of("mae, log_loss, roc_auc, ece, worst_rows, normalized_gini").withWeights();
    for (Suite each : List.of(suite.withoutIntervals(), suite, suite.withJackknife())) {
      EvaluationPlan plan = EvaluationPlan.of(each);
      Rows rows = RowGenerator.clean(new SplittableRandom(4), plan.roles(), 4);
      SliceState state = new Kernel("flips", plan).state(rows);
      for (byte[] bytes : List.of(StateCodec.toStored(state), StateCodec.toTransport(state))) {
        for (int length = 0; length < bytes.length; length++) {
          expectFormatException(Arrays.copyOf(bytes, length), plan);
        }
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
          bytes[bit / 8] ^= (byte) (1 << bit % 8);
          expectFormatException(bytes, plan);
          bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
        StateCodec.read(bytes, plan);
      }
    }
  }

  private static void expectFormatException(byte[] bytes, EvaluationPlan plan) {
    try {
      StateCodec.read(bytes, plan);
    } catch (StateFormatException expected) {
      assertThat(expected).hasMessageMatching("(?s).{20,}");
      return;
    }
    throw new AssertionError("damaged bytes were read as a state");
  }
}
