package dev.slicewise.core.term;

/** Numbers as a parameter lists them: {@code 0.1;0.5;0.9}. */
public final class NumberList {
  private NumberList() {}

  /** The numbers, none for an empty text. */
  public static double[] parse(String text) {
    String[] parts = text.isEmpty() ? new String[0] : text.split(";", -1);
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = number(parts[i], text);
    }
    return numbers;
  }

  /** The levels of quantiles: numbers in (0, 1), at least one. */
  public static double[] levels(String text) {
    double[] levels = parse(text);
    boolean within = levels.length > 0;
    for (double level : levels) {
      within &= level > 0 && level < 1;
    }
    if (!within) {
      throw new IllegalArgumentException(
          "expected levels in (0, 1) joined by ';', as in 0.1;0.5;0.9, found '" + text + "'");
    }
    return levels;
  }

  static double number(String part, String whole) {
    try {
      double number = Double.parseDouble(part.trim());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "expected numbers joined by ';', found '" + part + "' in '" + whole + "'", e);
    }
    throw new IllegalArgumentException(
        "expected finite numbers joined by ';', found '" + part + "' in '" + whole + "'");
  }
}
