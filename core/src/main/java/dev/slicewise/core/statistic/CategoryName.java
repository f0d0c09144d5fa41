package dev.slicewise.core.statistic;

import dev.slicewise.core.numeric.RowHash;

/** What a state remembers of a category's text: all of it, or the beginning and a hash. */
final class CategoryName {
  /** UTF-16 code units of the longest name; 3 bytes each in UTF-8 at most. */
  static final int LONGEST = 200;

  private static final int HEAD = 180;
  private static final int HEX_DIGITS = 16;

  private CategoryName() {}

  /** The name of a category, a function of its text alone. */
  static String of(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    // Never half a surrogate pair, which no bytes stand for.
    int end = Character.isHighSurrogate(text.charAt(HEAD - 1)) ? HEAD - 1 : HEAD;
    String hash = Long.toHexString(RowHash.ofText(text));
    return text.substring(0, end) + "\u2026#" + "0".repeat(HEX_DIGITS - hash.length()) + hash;
  }

  /** How many halvings of a sample of categories a name survives: 0 to 64. */
  static int level(String name) {
    return Long.numberOfLeadingZeros(RowHash.ofText(name));
  }
}
