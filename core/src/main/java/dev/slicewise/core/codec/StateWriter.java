package dev.slicewise.core.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Appends the primitives of the state format to a growing byte array; see docs/state-format.md. */
public final class StateWriter {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[256];
  private int size;

  /** One byte. */
  public void octet(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
  }

  /** An integer of at least 0, seven bits a byte, low bits first (LEB128). */
  public void unsigned(long value) {
    if (value < 0) {
      throw new AssertionError("expected a value of at least 0, found " + value);
    }
    ensure(10);
    variable(value);
  }

  /** Any integer, zigzag coded, then as {@link #unsigned} does (all 64 bits). */
  public void signed(long value) {
    ensure(10);
    variable((value << 1) ^ (value >> 63));
  }

  /**
   * Ascending keys as their differences, {@link #signed}, the first from 0, each followed by its
   * cells, {@link #unsigned}.
   *
   * @param keys in the first {@code count} places; a difference may wrap
   * @param cells {@code width} of each key, none negative
   */
  public void counted(long[] keys, long[] cells, int width, int count) {
    long last = 0;
    for (int i = 0; i < count; i++) {
      ensure(10 * (1 + width));
      long difference = keys[i] - last;
      last = keys[i];
      variable((difference << 1) ^ (difference >> 63));
      for (int at = i * width; at < (i + 1) * width; at++) {
        variable(cells[at]);
      }
    }
  }

  /** There must be room. */
  private void variable(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** Four bytes, little-endian. */
  public void fixed32(int value) {
    ensure(4);
    for (int i = 0; i < 4; i++) {
      bytes[size++] = (byte) (value >>> (8 * i));
    }
  }

  /** Eight bytes, little-endian. */
  public void fixed64(long value) {
    ensure(8);
    LONG.set(bytes, size, value);
    size += 8;
  }

  /** A double by its bits; −0.0 is written as +0.0. */
  public void number(double value) {
    fixed64(Double.doubleToLongBits(value + 0.0));
  }

  /** A string: length of its UTF-8 bytes, then the bytes. */
  public void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    unsigned(utf8.length);
    raw(utf8, 0, utf8.length);
  }

  /** Bytes as they are, without a length. */
  public void raw(byte[] source, int from, int length) {
    ensure(length);
    System.arraycopy(source, from, bytes, size, length);
    size += length;
  }

  /** How many bytes were written. */
  public int size() {
    return size;
  }

  /** A copy of what was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
