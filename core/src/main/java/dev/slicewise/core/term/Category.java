package dev.slicewise.core.term;

import java.util.List;

/** The name of a class for each row: what a confusion map counts pairs of. */
public interface Category extends Derivation<String[]> {
  /** The rows that have one. */
  Domain domain();

  /** The text of a column. */
  record Named(Domain domain, Role role) implements Category {
    @Override
    public String[] of(Admitted rows) {
      return rows.texts(role);
    }
  }

  /** The class at the largest element of an array; the first of equals. */
  record Largest(Domain domain, Role scores, String classes) implements Category {
    @Override
    public String[] of(Admitted rows) {
      List<String> names = ClassNames.parse(classes);
      double[][] arrays = rows.numbers(scores);
      String[] largest = new String[rows.size()];
      for (int i = 0; i < largest.length; i++) {
        largest[i] = ClassNames.name(names, ClassLabel.largest(arrays[i]));
      }
      return largest;
    }
  }

  /** The class at the position that the label gives. */
  record Position(Domain domain, String classes) implements Category {
    @Override
    public String[] of(Admitted rows) {
      List<String> names = ClassNames.parse(classes);
      int[] positions = rows.derived(new ClassLabel(classes));
      String[] named = new String[positions.length];
      for (int i = 0; i < named.length; i++) {
        named[i] = ClassNames.name(names, positions[i]);
      }
      return named;
    }
  }

  /** Text short enough to be the name of a class. */
  record ShortText(Role role) implements Condition {
    @Override
    public void check(Batch batch, byte[] status, Notes notes) {
      String[] texts = (String[]) batch.objects(role);
      for (int i = 0; i < batch.rows(); i++) {
        if (status[i] == 0 && texts[i].length() > ClassNames.LONGEST) {
          status[i] = Skip.DOMAIN.code();
        }
      }
    }
  }

  /** 1 where two categories agree, else 0. */
  record Agreement(Category first, Category second) implements Term {
    @Override
    public Domain domain() {
      return first.domain();
    }

    @Override
    public void fill(Admitted rows, double[] out) {
      String[] left = rows.derived(first);
      String[] right = rows.derived(second);
      for (int i = 0; i < rows.size(); i++) {
        out[i] = left[i].equals(right[i]) ? 1.0 : 0.0;
      }
    }
  }
}
