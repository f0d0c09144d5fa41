package dev.slicewise.jobs.console;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Set;

/** Text as a terminal shows it: what is invisible, how many columns it takes, where to cut it. */
public final class DisplayText {
  private static final Set<UnicodeScript> WIDE_SCRIPTS =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);

  private static final int JOINER = 0x200d;
  private static final int NON_JOINER = 0x200c;

  private DisplayText() {}

  /** The text with control, direction and other invisible characters written as escapes. */
  public static String visible(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\n' || point == '\t' || point == '\r') {
                shown.append(point == '\n' ? "\\n" : point == '\t' ? "\\t" : "\\r");
              } else if (isInvisible(point)) {
                shown.append(
                    String.format(Locale.ROOT, point > 0xffff ? "\\u{%x}" : "\\u%04x", point));
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }

  private static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      case Character.FORMAT -> point != JOINER && point != NON_JOINER;
      default -> false;
    };
  }

  /** Columns that visible text takes. */
  public static int width(String text) {
    return text.codePoints().map(DisplayText::width).sum();
  }

  private static int width(int point) {
    if (point < 0x300) {
      return 1;
    }
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean fullWidth =
        (point >= 0x3000 && point <= 0x303e)
            || (point >= 0xff01 && point <= 0xff60)
            || (point >= 0xffe0 && point <= 0xffe6)
            || (point >= 0x1f300 && point <= 0x1faff);
    boolean halfWidth = point >= 0xff61 && point <= 0xffdc;
    return fullWidth || (!halfWidth && WIDE_SCRIPTS.contains(UnicodeScript.of(point))) ? 2 : 1;
  }

  /** At most {@code columns} of visible text: its start and its end with an ellipsis between. */
  public static String shortened(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    int room = columns - 1;
    StringBuilder start = new StringBuilder();
    StringBuilder end = new StringBuilder();
    int[] points = text.codePoints().toArray();
    int used = 0;
    int i = 0;
    for (; i < points.length && used + width(points[i]) <= (room + 1) / 2; i++) {
      start.appendCodePoint(points[i]);
      used += width(points[i]);
    }
    for (int j = points.length - 1; j > i && used + width(points[j]) <= room; j--) {
      end.insert(0, Character.toChars(points[j]));
      used += width(points[j]);
    }
    return start.append('…').append(end).toString();
  }

  /** The text padded to so many columns, its own at the left. */
  public static String left(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /** The text padded to so many columns, its own at the right. */
  public static String right(String text, int columns) {
    return " ".repeat(Math.max(0, columns - width(text))) + text;
  }
}
