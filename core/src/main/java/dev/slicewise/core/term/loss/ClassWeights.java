package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.ClassLabel;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import java.util.List;
import java.util.Map;

/**
 * The weight of the row's class.
 *
 * @param weights {@code 0:1;1:2.5}, by name where classes have names; others weigh 1
 */
record ClassWeights(Domain domain, String classes, String weights) implements Term {
  static final String DOC =
      "a weight for each class, 0:1;1:2.5, by name where classes are named; others weigh 1";

  @Override
  public void fill(Admitted rows, double[] out) {
    List<String> names = ClassNames.parse(classes);
    Map<String, Double> byName = ClassNames.numbers(weights);
    int[] label = rows.derived(new ClassLabel(classes));
    for (int i = 0; i < rows.size(); i++) {
      out[i] = byName.getOrDefault(ClassNames.name(names, label[i]), 1.0);
    }
  }
}
