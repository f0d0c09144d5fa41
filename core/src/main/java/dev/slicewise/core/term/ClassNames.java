package dev.slicewise.core.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of classes as a parameter lists them: {@code a;b;c}, in the order of array positions. */
public final class ClassNames {
  /** The longest name of a class, in UTF-16 code units; longer text is no class. */
  public static final int LONGEST = 256;

  /** The most classes that are told apart. */
  public static final int MOST = 1000;

  /** What the parameter means where it names array positions. */
  public static final String DOC =
      "names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …";

  private ClassNames() {}

  /** The names, none for an empty text. */
  public static List<String> parse(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (String name : text.split(";", -1)) {
      String trimmed = name.trim();
      if (trimmed.isEmpty() || names.contains(trimmed) || trimmed.length() > LONGEST) {
        throw new IllegalArgumentException(
            "expected different names of classes joined by ';', found '" + text + "'");
      }
      names.add(trimmed);
    }
    if (names.size() > MOST) {
      throw new IllegalArgumentException(
          "expected at most " + MOST + " classes, found " + names.size());
    }
    return names;
  }

  /** Names with a number each, as in {@code 0:1;1:2.5}. */
  public static Map<String, Double> numbers(String text) {
    Map<String, Double> numbers = new HashMap<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(";", -1)) {
      int colon = part.lastIndexOf(':');
      double number = colon < 1 ? Double.NaN : NumberList.number(part.substring(colon + 1), text);
      if (!(number >= 0 && number < Double.POSITIVE_INFINITY)
          || numbers.put(part.substring(0, colon).trim(), number) != null) {
        throw expectedNumbers(text);
      }
    }
    return numbers;
  }

  private static IllegalArgumentException expectedNumbers(String text) {
    return new IllegalArgumentException(
        "expected each class once with a number of at least 0, as in 0:1;1:2.5, found '"
            + text
            + "'");
  }

  static Map<String, Integer> positions(String text) {
    Map<String, Integer> positions = new HashMap<>();
    for (String name : parse(text)) {
      positions.put(name, positions.size());
    }
    return positions;
  }

  /** The name at an array position. */
  public static String name(List<String> names, int position) {
    return position < names.size() ? names.get(position) : String.valueOf(position);
  }
}
