package dev.slicewise.jobs.report;

import java.util.Locale;

/**
 * Text that shows everything it holds. Control characters become their pictures; characters that
 * would be invisible or turn the direction of what follows become their code points in brackets;
 * halves of characters become U+FFFD; towers of accents are cut.
 */
final class VisibleText {
  private static final int MOST_MARKS = 6;
  private static final int JOINER = 0x200d;
  private static final int NON_JOINER = 0x200c;

  private VisibleText() {}

  /** The text made visible; itself when it is. */
  static String of(String text) {
    StringBuilder shown = null;
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int length = Character.charCount(point);
      marks = isMark(point) ? marks + 1 : 0;
      String instead = marks > MOST_MARKS ? "" : replacement(point);
      if (instead != null && shown == null) {
        shown = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (instead != null) {
        shown.append(instead);
      } else if (shown != null) {
        shown.appendCodePoint(point);
      }
      i += length;
    }
    return shown == null ? text : shown.toString();
  }

  /** At most so many code points of the text, with an ellipsis where it was cut. */
  static String cut(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static String replacement(int point) {
    if (point < 0x20) {
      return String.valueOf((char) (0x2400 + point));
    }
    if (point == 0x7f) {
      return "\u2421";
    }
    return switch (Character.getType(point)) {
      case Character.SURROGATE -> "\ufffd";
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          named(point);
      case Character.FORMAT -> point == JOINER || point == NON_JOINER ? null : named(point);
      case Character.UNASSIGNED -> (point & 0xfffe) == 0xfffe ? named(point) : null;
      default -> null;
    };
  }

  private static String named(int point) {
    return String.format(Locale.ROOT, "[U+%04X]", point);
  }
}
