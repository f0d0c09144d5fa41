package dev.slicewise.core.metric.multiclass;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.ArrayCondition;
import dev.slicewise.core.term.ClassLabel;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.core.term.Term;

/** Rows with several labels of which each holds or does not. */
public final class MultilabelRows {
  /** The labels of a row, 0 or 1 each. */
  public static final Role LABEL = Role.LABEL.as(Shape.NUMBERS);

  /** As many scores as labels. */
  public static final Domain DOMAIN =
      Domain.of(LABEL, ClassLabel.ARRAY)
          .where(new ArrayCondition.Length(LABEL, 1, ClassNames.MOST))
          .where(ArrayCondition.SameLength.of(LABEL, ClassLabel.ARRAY))
          .where(new ArrayCondition.EachBinary(LABEL));

  private MultilabelRows() {}

  /** 1 where every label of the row is decided rightly, else 0. */
  record AllRight(double threshold) implements Term {
    @Override
    public Domain domain() {
      return DOMAIN;
    }

    @Override
    public void fill(Admitted rows, double[] out) {
      double[][] labels = rows.numbers(LABEL);
      double[][] scores = rows.numbers(ClassLabel.ARRAY);
      for (int i = 0; i < rows.size(); i++) {
        out[i] = 1.0;
        for (int k = 0; k < labels[i].length; k++) {
          boolean right = scores[i][k] >= threshold == (labels[i][k] == 1.0);
          out[i] = right ? out[i] : 0.0;
        }
      }
    }
  }
}
