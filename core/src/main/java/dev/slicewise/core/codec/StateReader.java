package dev.slicewise.core.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the primitives of the state format from bytes nobody vouches for: every length is checked
 * against what is left before anything is allocated, and every fault is a {@link
 * StateFormatException}.
 */
public final class StateReader {
  private static final long COUNT_LIMIT = 1L << 56;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final int end;
  private int at;

  /** Reads {@code bytes[from..to)}. */
  public StateReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  /** One byte, 0 to 255. */
  public int octet() {
    need(1);
    return bytes[at++] & 0xff;
  }

  /** An integer of at least 0, and below 2^56, so that sums of what was read cannot wrap. */
  public long unsigned() {
    long value = variable();
    if (value < 0 || value >= COUNT_LIMIT) {
      throw new StateFormatException(
          "expected an integer from 0 to 2^56, found "
              + Long.toUnsignedString(value)
              + " before byte "
              + at);
    }
    return value;
  }

  /** Any integer, zigzag coded. */
  public long signed() {
    long value = variable();
    return (value >>> 1) ^ -(value & 1);
  }

  private long variable() {
    // Most integers are small: one byte.
    if (at < end && bytes[at] >= 0) {
      return bytes[at++];
    }
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = octet();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        boolean padded = next == 0 && shift > 0;
        if (padded || (shift == 63 && next > 1)) {
          throw new StateFormatException("integer is not in canonical form at byte " + at);
        }
        return value;
      }
    }
    throw new StateFormatException("integer of more than ten bytes at byte " + at);
  }

  /**
   * A count that decides how much is allocated.
   *
   * @param limit the largest count that can occur
   * @param bytesEach how many bytes at least each counted thing takes in what follows
   * @param what what is counted, for the message
   */
  public int count(int limit, int bytesEach, String what) {
    long count = unsigned();
    if (count > limit) {
      throw new StateFormatException(
          "expected at most " + limit + " " + what + ", found " + count + " at byte " + at);
    }
    if (count * bytesEach > end - at) {
      throw truncated(count * bytesEach);
    }
    return (int) count;
  }

  /** Four bytes, little-endian. */
  public int fixed32() {
    need(4);
    int value = 0;
    for (int i = 0; i < 4; i++) {
      value |= (bytes[at++] & 0xff) << (8 * i);
    }
    return value;
  }

  /** Eight bytes, little-endian. */
  public long fixed64() {
    need(8);
    at += 8;
    return (long) LONG.get(bytes, at - 8);
  }

  /** A double that is a number and not −0.0. */
  public double number() {
    long bits = fixed64();
    double value = Double.longBitsToDouble(bits);
    if (Double.isNaN(value) || bits == Long.MIN_VALUE) {
      throw new StateFormatException("expected a number in canonical form before byte " + at);
    }
    return value;
  }

  /** A string of at most {@code limit} bytes. */
  public String text(int limit, String what) {
    int length = count(limit, 1, "bytes of " + what);
    try {
      // A lenient decoder would turn several byte sequences into one text.
      String value =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length)).toString();
      at += length;
      return value;
    } catch (CharacterCodingException e) {
      throw new StateFormatException("expected UTF-8 for " + what + " at byte " + at);
    }
  }

  /** Bytes as they are. */
  public byte[] raw(int length) {
    need(length);
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  /** Where the next byte is read. */
  public int position() {
    return at;
  }

  /** How many bytes are left. */
  public int remaining() {
    return end - at;
  }

  /** Refuses bytes after the end of the state. */
  public void expectEnd() {
    if (at != end) {
      throw new StateFormatException(
          "expected the end of the state at byte " + at + ", found " + (end - at) + " more bytes");
    }
  }

  private void need(int count) {
    if (end - at < count) {
      throw truncated(count);
    }
  }

  private StateFormatException truncated(long needed) {
    return new StateFormatException(
        "state is truncated: "
            + needed
            + " more bytes are needed at byte "
            + at
            + ", "
            + (end - at)
            + " are left; read it again from its source");
  }
}
