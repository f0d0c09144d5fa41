package dev.slicewise.spark.aggregator;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.slice.SliceKey;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The bytes of {@link SlicedRows}, for shuffles and the state store of a stream: magic, version,
 * bound, slices by ascending keys, rest, checksum. Equal rows give equal bytes. See {@code
 * docs/state-format.md}.
 */
public final class SlicedCodec {
  private static final byte[] MAGIC = {'S', 'L', 'W', 'M'};
  private static final int VERSION = 1;
  private static final int CHECKSUM = 4;

  private SlicedCodec() {}

  /** The bytes. */
  public static byte[] toBytes(SlicedRows slices, BatchEvaluator evaluator) {
    StateWriter out = new StateWriter();
    out.raw(MAGIC, 0, MAGIC.length);
    out.octet(VERSION);
    out.unsigned(slices.most());
    out.unsigned(slices.size());
    slices.forEach(
        (key, state) -> {
          block(out, key);
          block(out, StateCodec.toTransport(state));
        },
        evaluator);
    SliceState rest = slices.rest(evaluator);
    block(out, rest == null ? new byte[0] : StateCodec.toTransport(rest));
    byte[] body = out.toBytes();
    out.fixed32(checksum(body, body.length));
    return out.toBytes();
  }

  private static void block(StateWriter out, byte[] bytes) {
    out.unsigned(bytes.length);
    out.raw(bytes, 0, bytes.length);
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  /**
   * Reads the bytes of a plan's slices.
   *
   * @throws StateFormatException for foreign, truncated, corrupt or newer bytes, or another plan's
   */
  public static SlicedRows read(byte[] bytes, EvaluationPlan plan, BatchEvaluator evaluator) {
    int end = bytes.length - CHECKSUM;
    if (end < MAGIC.length || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new StateFormatException(
          "expected the bytes of sliced states, which begin with SLWM; found "
              + bytes.length
              + " other bytes");
    }
    StateReader in = new StateReader(bytes, MAGIC.length, end);
    int version = in.octet();
    if (version != VERSION) {
      throw new StateFormatException(
          "expected sliced states of format version "
              + VERSION
              + ", found version "
              + version
              + "; use a newer Slicewise to read them");
    }
    if (new StateReader(bytes, end, bytes.length).fixed32() != checksum(bytes, end)) {
      throw new StateFormatException(
          "sliced states are corrupt or truncated: the checksum does not match the "
              + end
              + " bytes; read them again from their source");
    }
    int most = in.count(SlicedRows.LARGEST, 0, "slices to keep");
    SlicedRows slices = new SlicedRows(plan, most);
    int count = in.count(most, 2, "slices");
    byte[] last = new byte[0];
    for (int i = 0; i < count; i++) {
      byte[] key = block(in, "a slice key");
      if (Arrays.compareUnsigned(last, key) >= 0 || !Arrays.equals(key, canonical(key))) {
        throw new StateFormatException(
            "expected slice keys in canonical form and order before byte " + in.position());
      }
      slices.merge(key, StateCodec.read(block(in, "a state"), plan), evaluator);
      last = key;
    }
    byte[] rest = block(in, "the state of the rest");
    if (rest.length > 0) {
      slices.mergeRest(StateCodec.read(rest, plan), evaluator);
    }
    in.expectEnd();
    return slices;
  }

  private static byte[] canonical(byte[] key) {
    return SliceKey.fromBytes(key).toBytes();
  }

  private static byte[] block(StateReader in, String what) {
    return in.raw(in.count(in.remaining(), 1, "bytes of " + what));
  }
}
