package dev.slicewise.core.slice;

import dev.slicewise.core.codec.StateFormatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Which slice: a definition's number and the values of its dimensions. As bytes, keys sort as
 * reports do: by definition, then value by value, NULL first, numbers by size, text by code point.
 *
 * @param definition index of the slice definition
 * @param values each null, a Boolean, a Long, a Double or a String
 */
public record SliceKey(int definition, List<Object> values) {
  private static final int NULL = 1;
  private static final int BOOLEAN = 2;
  private static final int LONG = 3;
  private static final int DOUBLE = 4;
  private static final int TEXT = 5;

  /** Freezes the values. */
  public SliceKey {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** The bytes of a key, in the order of the keys. */
  public byte[] toBytes() {
    Writer writer = new Writer();
    writer.definition(definition);
    for (Object value : values) {
      if (value == null) {
        writer.nullValue();
      } else if (value instanceof Boolean truth) {
        writer.value(truth);
      } else if (value instanceof Long number) {
        writer.value(number);
      } else if (value instanceof Double number) {
        writer.value(number);
      } else {
        byte[] utf8 = ((String) value).getBytes(StandardCharsets.UTF_8);
        writer.text(utf8, utf8.length);
      }
    }
    return writer.toBytes();
  }

  /** The bytes of the same slice in a definition of a higher number. */
  public static byte[] shifted(byte[] key, int definitions) {
    return numbered(key, ((key[0] & 0xff) << 8 | key[1] & 0xff) + definitions);
  }

  /** The bytes of the same slice in a definition of another number. */
  public static byte[] numbered(byte[] key, int definition) {
    if (key.length < 2) {
      throw new StateFormatException("slice key is truncated");
    }
    byte[] numbered = key.clone();
    numbered[0] = (byte) (definition >> 8);
    numbered[1] = (byte) definition;
    return numbered;
  }

  /** Builds keys byte by byte, without objects, for the scan. */
  public static final class Writer {
    private byte[] bytes = new byte[64];
    private int size;

    /** Creates an empty writer. */
    public Writer() {}

    /** Starts a key. */
    public void definition(int definition) {
      size = 0;
      put(definition >> 8);
      put(definition);
    }

    /** Appends NULL. */
    public void nullValue() {
      put(NULL);
    }

    /** Appends a truth value. */
    public void value(boolean value) {
      put(BOOLEAN);
      put(value ? 1 : 0);
    }

    /** Appends an integer. */
    public void value(long value) {
      put(LONG);
      put64(value ^ Long.MIN_VALUE);
    }

    /** Appends a double; −0.0 counts as 0.0 and every NaN as one value. */
    public void value(double value) {
      put(DOUBLE);
      long bits = Double.doubleToLongBits(value + 0.0);
      put64(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
    }

    /** Appends text given as UTF-8. */
    public void text(byte[] utf8, int length) {
      put(TEXT);
      for (int i = 0; i < length; i++) {
        put(utf8[i]);
        if (utf8[i] == 0) {
          put(0xff);
        }
      }
      put(0);
      put(1);
    }

    private void put64(long value) {
      for (int shift = 56; shift >= 0; shift -= 8) {
        put((int) (value >>> shift));
      }
    }

    private void put(int octet) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, size * 2);
      }
      bytes[size++] = (byte) octet;
    }

    /** The key's bytes so far; overwritten by the next key. */
    public byte[] buffer() {
      return bytes;
    }

    /** How many of {@link #buffer} are in use. */
    public int size() {
      return size;
    }

    /** A copy of the key. */
    public byte[] toBytes() {
      return Arrays.copyOf(bytes, size);
    }
  }

  /** Reads {@link #toBytes}. */
  public static SliceKey fromBytes(byte[] bytes) {
    try {
      List<Object> values = new ArrayList<>();
      int at = 2;
      while (at < bytes.length) {
        int tag = bytes[at++];
        switch (tag) {
          case NULL -> values.add(null);
          case BOOLEAN -> values.add(bytes[at++] != 0);
          case LONG -> {
            values.add(long64(bytes, at) ^ Long.MIN_VALUE);
            at += 8;
          }
          case DOUBLE -> {
            long coded = long64(bytes, at);
            values.add(Double.longBitsToDouble(coded < 0 ? coded ^ Long.MIN_VALUE : ~coded));
            at += 8;
          }
          case TEXT -> {
            byte[] utf8 = new byte[bytes.length - at];
            int length = 0;
            while (bytes[at] != 0 || bytes[at + 1] == (byte) 0xff) {
              at += bytes[at] == 0 ? 1 : 0;
              utf8[length++] = bytes[at] == (byte) 0xff && bytes[at - 1] == 0 ? 0 : bytes[at];
              at++;
            }
            at += 2;
            values.add(new String(utf8, 0, length, StandardCharsets.UTF_8));
          }
          default -> throw new StateFormatException("expected a slice key, found tag " + tag);
        }
      }
      return new SliceKey((bytes[0] & 0xff) << 8 | bytes[1] & 0xff, values);
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new StateFormatException("slice key is truncated");
    }
  }

  private static long long64(byte[] bytes, int at) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | bytes[at + i] & 0xff;
    }
    return value;
  }
}
