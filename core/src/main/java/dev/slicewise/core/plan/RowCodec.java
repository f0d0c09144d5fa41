package dev.slicewise.core.plan;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.RowSource;

/**
 * The third form of a slice's bytes, beside stored and transport: the rows themselves, where they
 * are fewer than a state is worth. Only ever on the way between tasks of one evaluation: the reader
 * adds the rows, and gets the state that the writer would have made of them.
 */
public final class RowCodec {
  private static final int ROWS = 2;
  private static final int FORM_AT = 5;
  private static final int KEYED = 1;
  private static final int WITH_NULLS = 2;
  private static final int MOST_ROWS = 1 << 24;

  /** Magic, version, form, fingerprint, flags, the count (at most) and the checksum. */
  private static final int HEADER = 23;

  private RowCodec() {}

  /** Whether bytes are in this form; {@link StateCodec#read} reads the others. */
  public static boolean isRows(byte[] bytes) {
    return bytes.length > FORM_AT && bytes[FORM_AT] == ROWS;
  }

  /**
   * The rows of one slice as bytes.
   *
   * @param rows of the slice
   * @param keyed whether they have keys
   * @param nulls whether any value may be NULL
   * @param through an empty batch of the plan's roles, and so it is afterwards
   * @param plan whose roles they have
   */
  public static byte[] toTransport(
      RowSource rows, boolean keyed, boolean nulls, Batch through, EvaluationPlan plan) {
    StateWriter out = StateCodec.begin(plan, ROWS);
    out.octet((keyed ? KEYED : 0) | (nulls ? WITH_NULLS : 0));
    out.unsigned(rows.left());
    int columns = plan.roles().size();
    while (rows.left() > 0) {
      int count = rows.fill(through, 0);
      for (int row = 0; row < count; row++) {
        for (int c = 0; c < columns; c++) {
          if (nulls) {
            out.octet(through.isNull(c, row) ? 1 : 0);
          }
          out.fixed64(Double.doubleToRawLongBits(through.column(c)[row]));
        }
        if (keyed) {
          out.fixed64(through.key(row));
        }
      }
      through.clear();
    }
    return StateCodec.sealed(out);
  }

  /** How long the bytes of some rows are. */
  public static long length(int rows, boolean keyed, boolean nulls, EvaluationPlan plan) {
    return HEADER + (long) rows * bytesEach(plan, keyed, nulls);
  }

  private static int bytesEach(EvaluationPlan plan, boolean keyed, boolean nulls) {
    return plan.roles().size() * (nulls ? 9 : 8) + (keyed ? 8 : 0);
  }

  /** Reads rows one by one; made for some bytes. */
  public static final class Reader implements RowSource {
    private final StateReader in;
    private final boolean keyed;
    private final boolean nulls;
    private int left;

    /**
     * Checks the bytes.
     *
     * @throws StateFormatException for foreign, truncated or corrupt bytes, or another plan's
     */
    public Reader(byte[] bytes, EvaluationPlan plan) {
      this.in = StateCodec.open(bytes);
      int form = in.octet();
      if (form != ROWS) {
        throw new StateFormatException("expected rows on their way (2), found form " + form);
      }
      StateCodec.expectSame(plan, in.fixed64(), "an unnamed suite");
      int flags = in.octet();
      if (flags > (KEYED | WITH_NULLS)) {
        throw new StateFormatException("expected what rows have, 0 to 3, found " + flags);
      }
      this.keyed = (flags & KEYED) != 0;
      this.nulls = (flags & WITH_NULLS) != 0;
      int bytesEach = bytesEach(plan, keyed, nulls);
      this.left = in.count(MOST_ROWS, bytesEach, "rows");
      if (in.remaining() != (long) left * bytesEach) {
        throw new StateFormatException(
            "expected "
                + left
                + " rows of "
                + bytesEach
                + " bytes, found "
                + in.remaining()
                + " bytes");
      }
    }

    @Override
    public int left() {
      return left;
    }

    @Override
    public int fill(Batch batch, int from) {
      int count = Math.min(left, batch.capacity() - from);
      int columns = batch.roles().size();
      for (int row = from; row < from + count; row++) {
        for (int c = 0; c < columns; c++) {
          boolean isNull = nulls && in.octet() != 0;
          double value = Double.longBitsToDouble(in.fixed64());
          if (isNull) {
            batch.setNull(c, row);
          } else {
            batch.set(c, row, value);
          }
        }
        if (keyed) {
          batch.setKey(row, in.fixed64());
        }
      }
      left -= count;
      return count;
    }
  }
}
