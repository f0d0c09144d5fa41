package dev.slicewise.core.numeric;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import java.math.BigInteger;

/**
 * An exact sum's digits as bytes and as an integer. The bytes are as few 32-bit words of a two's
 * complement integer as hold the sum, and the position of the lowest.
 */
final class ExactSumBytes {
  private static final int DIGIT_BITS = 32;
  private static final long DIGIT_MASK = 0xffffffffL;

  /** Of all sums to which nothing was added. */
  static final long[] NO_DIGITS = {};

  private ExactSumBytes() {}

  /** Writes digits in [0, 2^32), of which the topmost carries the sign. */
  static void writeDigits(StateWriter out, long[] digits, int lowest) {
    int from = 0;
    int to = digits.length;
    while (from < to && digits[from] == 0) {
      from++;
    }
    if (from == to) {
      out.unsigned(0);
      return;
    }
    // The last word written carries the sign in its upper bit.
    int sign = digits[to - 1] < 0 ? -1 : 0;
    int[] words = new int[to - from + 1];
    for (int i = from; i < to; i++) {
      words[i - from] = (int) digits[i];
    }
    words[to - from] = (int) (digits[to - 1] >> DIGIT_BITS);
    int count = words.length;
    while (count > 1 && words[count - 1] == sign && words[count - 2] >> 31 == sign) {
      count--;
    }
    out.unsigned(count);
    out.unsigned(lowest + from);
    for (int i = 0; i < count; i++) {
      out.fixed32(words[i]);
    }
  }

  /**
   * Fills digits whose number was read before.
   *
   * @return the position of the lowest
   */
  static int readDigits(StateReader in, long[] digits) {
    int top = digits.length - 1;
    if (top < 0) {
      return 0;
    }
    int lowest = in.count(ExactSum.MAX_DIGITS, 0, "position of the lowest digit of an exact sum");
    for (int i = 0; i <= top; i++) {
      int word = in.fixed32();
      digits[i] = i == top ? word : word & DIGIT_MASK;
    }
    boolean padded =
        top > 0
            && (digits[top] == 0 || digits[top] == -1)
            && ((int) digits[top - 1] < 0) == (digits[top] < 0);
    if (digits[0] == 0 || padded || lowest + digits.length > ExactSum.MAX_DIGITS) {
      throw new StateFormatException("exact sum is not in canonical form");
    }
    return lowest;
  }

  /** Digits in [0, 2^32), of which the topmost carries the sign, as one integer. */
  static BigInteger toBigInteger(long[] digits, int lowest) {
    int top = digits.length - 1;
    if (top < 0) {
      return BigInteger.ZERO;
    }
    byte[] bytes = new byte[top * 4 + 8];
    for (int i = 0; i < top; i++) {
      putBigEndian(bytes, bytes.length - 4 * (i + 1), digits[i], 4);
    }
    putBigEndian(bytes, 0, digits[top], 8);
    return new BigInteger(bytes).shiftLeft(lowest * DIGIT_BITS);
  }

  private static void putBigEndian(byte[] target, int at, long value, int length) {
    for (int i = 0; i < length; i++) {
      target[at + i] = (byte) (value >> (8 * (length - 1 - i)));
    }
  }
}
