package dev.slicewise.core.term;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a column means to a metric. A role is its name, so a user's own metric may bring new ones; a
 * role that nobody bound stands for the column of the same name. Metrics may read one column in
 * several shapes: a label as number, and as the name of a class.
 *
 * @param name snake_case, also the named argument in SQL ({@code scale => s})
 * @param shape what one value is
 */
public record Role(String name, Shape shape) implements Comparable<Role> {
  // First, since the constants below are checked against it.
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** The observed value; error = prediction − label. */
  public static final Role LABEL = new Role("label");

  /** The predicted value, probability or score. */
  public static final Role PREDICTION = new Role("prediction");

  /** The weight of a row, finite and ≥ 0. */
  public static final Role WEIGHT = new Role("weight");

  /** A positive scale of the row's series or distribution. */
  public static final Role SCALE = new Role("scale");

  /** Another model's prediction of the same label. */
  public static final Role BASELINE = new Role("baseline");

  /** The series' previous value. */
  public static final Role PREVIOUS = new Role("previous");

  /** Lower end of a prediction interval. */
  public static final Role LOWER = new Role("lower");

  /** Upper end of a prediction interval. */
  public static final Role UPPER = new Role("upper");

  /** Predicted variance. */
  public static final Role VARIANCE = new Role("variance");

  /** Predicted standard deviation. */
  public static final Role STDDEV = new Role("stddev");

  /** Any numeric column whose own distribution is asked for. */
  public static final Role VALUE = new Role("value");

  /** The group of a row that fairness compares: sex, region, device. */
  public static final Role SENSITIVE = new Role("sensitive", Shape.TEXT);

  /** Which side of a comparison a row is on: reference or current, train or validation. */
  public static final Role SPLIT = new Role("split", Shape.TEXT);

  /** An array of numbers a row: the features of a model. */
  public static final Role FEATURES = new Role("features", Shape.NUMBERS);

  /** An array of numbers a row: a point in the space that a model learnt. */
  public static final Role EMBEDDING = new Role("embedding", Shape.NUMBERS);

  /** A feature's value when the model was trained or a batch was scored. */
  public static final Role OFFLINE = new Role("offline");

  /** The same feature's value when a request was served. */
  public static final Role ONLINE = new Role("online");

  /** Refuses names that could not be SQL arguments. */
  public Role {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "expected a role name of letters, digits and _, found '" + name + "'");
    }
    name = name.toLowerCase(Locale.ROOT);
  }

  /** A role whose values are numbers. */
  public Role(String name) {
    this(name, Shape.NUMBER);
  }

  /** The same column, read in another shape. */
  public Role as(Shape other) {
    return new Role(name, other);
  }

  /** Label first, prediction second, then by name: the order of SQL arguments. */
  @Override
  public int compareTo(Role other) {
    int byRank = Integer.compare(rank(), other.rank());
    int byName = byRank != 0 ? byRank : name.compareTo(other.name);
    return byName != 0 ? byName : shape.compareTo(other.shape);
  }

  private int rank() {
    return name.equals("label") ? 0 : name.equals("prediction") ? 1 : 2;
  }

  @Override
  public String toString() {
    return name;
  }
}
