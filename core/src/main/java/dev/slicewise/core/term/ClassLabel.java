package dev.slicewise.core.term;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The label of rows whose prediction is an array with one element a class: the position of the true
 * class, either given as a number or found by its name.
 *
 * @param classes names of the positions, {@code a;b;c}; empty where the label is the position
 */
public record ClassLabel(String classes) implements Derivation<int[]> {
  /** The prediction as an array with one element a class. */
  public static final Role ARRAY = Role.PREDICTION.as(Shape.NUMBERS);

  /** The label's column in the shape it is read. */
  public Role role() {
    return classes.isEmpty() ? Role.LABEL : Role.LABEL.as(Shape.TEXT);
  }

  /** Rows whose label is one of the array's 2 to 1,000 classes. */
  public Domain scores() {
    if (!classes.isEmpty() && ClassNames.parse(classes).size() < 2) {
      throw new IllegalArgumentException(
          "expected at least two classes joined by ';', found '" + classes + "'");
    }
    Domain domain =
        Domain.of(role(), ARRAY).where(new ArrayCondition.Length(ARRAY, 2, ClassNames.MOST));
    return classes.isEmpty()
        ? domain.where(new ArrayCondition.IndexOf(Role.LABEL, ARRAY))
        : domain.where(new NamedClass(role(), ARRAY, classes));
  }

  /** Rows whose label is one of the classes of a distribution. */
  public Domain probabilities() {
    return scores().where(ArrayCondition.Probabilities.simplex(ARRAY));
  }

  @Override
  public int[] of(Admitted rows) {
    int[] positions = new int[rows.size()];
    if (classes.isEmpty()) {
      double[] label = rows.column(Role.LABEL);
      Arrays.setAll(positions, i -> (int) label[i]);
    } else {
      Map<String, Integer> byName = ClassNames.positions(classes);
      String[] label = rows.texts(role());
      Arrays.setAll(positions, i -> byName.get(label[i]));
    }
    return positions;
  }

  /** The position of the largest element; the first of equals. */
  public static int largest(double[] scores) {
    int largest = 0;
    for (int k = 1; k < scores.length; k++) {
      if (scores[k] > scores[largest]) {
        largest = k;
      }
    }
    return largest;
  }

  /** The text is the name of a class, and the array has one element for each. */
  public record NamedClass(Role label, Role array, String classes) implements Condition {
    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      List<String> names = ClassNames.parse(classes);
      Map<String, Integer> byName = ClassNames.positions(classes);
      String[] labels = (String[]) batch.objects(label);
      double[][] arrays = batch.numbers(array);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0
            && !(byName.containsKey(labels[i]) && arrays[i].length == names.size())) {
          status[i] = Skip.DOMAIN.code();
        }
      }
    }
  }
}
