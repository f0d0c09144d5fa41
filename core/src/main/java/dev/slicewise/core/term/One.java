package dev.slicewise.core.term;

import java.util.Arrays;

/** 1 for every row: its sum is the weight of a domain's rows, exactly. */
public record One(Domain domain) implements Term {
  @Override
  public void fill(Admitted rows, double[] out) {
    Arrays.fill(out, 0, rows.size(), 1.0);
  }
}
