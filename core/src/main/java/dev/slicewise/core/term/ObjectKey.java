package dev.slicewise.core.term;

import dev.slicewise.core.numeric.RowHash;

/** Folds values that are no numbers into the key of a row, by their content. */
final class ObjectKey {
  private ObjectKey() {}

  static long combine(long key, Object value) {
    if (value == null) {
      return RowHash.combine(key, 0.0, true);
    }
    if (value instanceof double[] numbers) {
      long folded = RowHash.combine(key, numbers.length, false);
      for (double number : numbers) {
        folded = RowHash.combine(folded, number, false);
      }
      return folded;
    }
    if (value instanceof String text) {
      return RowHash.combine(key, RowHash.ofText(text));
    }
    Object[] elements = (Object[]) value;
    long folded = RowHash.combine(key, elements.length, false);
    for (Object element : elements) {
      folded = combine(folded, element);
    }
    return folded;
  }
}
