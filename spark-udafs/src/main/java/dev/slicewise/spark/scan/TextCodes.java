package dev.slicewise.spark.scan;

import java.util.Arrays;
import org.apache.spark.unsafe.types.UTF8String;

/** Numbers texts, told apart by their bytes, in the order in which they are first seen. */
final class TextCodes {
  private static final int SMALLEST = 64;

  private UTF8String[] texts = new UTF8String[SMALLEST];
  private int[] codes = new int[SMALLEST];
  private UTF8String[] byCode = new UTF8String[SMALLEST];
  private int size;
  private long textBytes;

  /**
   * The code of a text, from 0 on; the text itself may be overwritten afterwards.
   *
   * @param guess a code it may have, which is then found without hashing; or a negative number
   */
  int code(UTF8String text, int guess) {
    if (guess >= 0 && byCode[guess].binaryEquals(text)) {
      return guess;
    }
    int slot = slotOf(text);
    if (texts[slot] != null) {
      return codes[slot];
    }
    texts[slot] = UTF8String.fromBytes(text.getBytes().clone());
    if (size == byCode.length) {
      byCode = Arrays.copyOf(byCode, 2 * size);
    }
    byCode[size] = texts[slot];
    codes[slot] = size++;
    textBytes += text.numBytes();
    if (2 * size > texts.length) {
      grow();
    }
    return size - 1;
  }

  private int slotOf(UTF8String text) {
    int mask = texts.length - 1;
    int slot = text.hashCode() & mask;
    while (texts[slot] != null && !texts[slot].binaryEquals(text)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    UTF8String[] oldTexts = texts;
    int[] oldCodes = codes;
    texts = new UTF8String[2 * oldTexts.length];
    codes = new int[texts.length];
    for (int i = 0; i < oldTexts.length; i++) {
      if (oldTexts[i] != null) {
        int slot = slotOf(oldTexts[i]);
        texts[slot] = oldTexts[i];
        codes[slot] = oldCodes[i];
      }
    }
  }

  long heapBytes() {
    return 8L * texts.length + 4L * byCode.length + 56L * size + textBytes;
  }
}
