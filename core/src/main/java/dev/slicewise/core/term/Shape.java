package dev.slicewise.core.term;

/** What one value of a role is: most are numbers, some are arrays or text. */
public enum Shape {
  /** One number, held as a double. */
  NUMBER("a number or a boolean"),

  /**
   * An array of numbers: probabilities of classes, scores of a list, an embedding, token values.
   */
  NUMBERS("an array of numbers or an ML vector"),

  /**
   * One value of a set, held as text: a class, a group. Numbers and booleans are accepted; integral
   * numbers of any type are the same value, so 3 and 3.0 are both {@code 3}.
   */
  TEXT("text, a number or a boolean"),

  /** An array of texts: the tokens of a segment, the labels of a row. */
  TEXTS("an array of text"),

  /** An array of arrays of texts: several references of one segment. */
  TEXT_LISTS("an array of arrays of text, or one array of text");

  private final String expectation;

  Shape(String expectation) {
    this.expectation = expectation;
  }

  /** What a user must give, as a phrase for messages. */
  public String expectation() {
    return expectation;
  }

  /** An array for the values of some rows: doubles, or objects of this shape's type. */
  Object[] newColumn(int rows) {
    return switch (this) {
      case NUMBER -> throw new IllegalStateException("numbers are held as doubles");
      case NUMBERS -> new double[rows][];
      case TEXT -> new String[rows];
      case TEXTS -> new String[rows][];
      case TEXT_LISTS -> new String[rows][][];
    };
  }
}
