package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.ClassLabel;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.RowView;

/** A loss of a class and the distribution over classes that was predicted for it. */
interface ClassLoss extends ArrayLoss {
  /** The edge results that all of them have. */
  String EDGE_LABEL = "label that is no class of the array: row skipped, n_domain";

  /** See {@link #EDGE_LABEL}. */
  String EDGE_PROBABILITIES =
      "fewer than 2 probabilities, one outside [0, 1] or a sum off 1 by more than 1e-4: row"
          + " skipped, n_domain";

  /** See {@link #EDGE_LABEL}. */
  String EDGE_CLIPPED = "probability clipped: row kept, counted in the detail 'clipped'";

  /** See {@link #EDGE_LABEL}. */
  String EDGE_NONE = "no usable rows: undefined";

  /** The doc of every eps. */
  String EPS = "probabilities are clipped to [eps, 1-eps] before the logarithm";

  /** Names of the array's positions, or empty. */
  String classes();

  @Override
  default Domain domain() {
    return new ClassLabel(classes()).probabilities();
  }

  /** The position of the row's class. */
  default int label(RowView row) {
    return row.derived(new ClassLabel(classes()))[row.index()];
  }

  /** The predicted array. */
  default double[] predicted(RowView row) {
    return row.numbers(ClassLabel.ARRAY);
  }
}
