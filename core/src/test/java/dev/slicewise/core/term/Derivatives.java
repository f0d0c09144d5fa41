package dev.slicewise.core.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;

/** One row of arrays, and a loss's derivatives on it against finite differences. */
public final class Derivatives {
  private Derivatives() {}

  /** A row that the loss's domain must admit. */
  public static RowView row(Loss loss, Map<Role, Object> cells) {
    Domain domain = loss.domain();
    Batch batch = new Batch(domain.roles(), 1);
    for (int c = 0; c < domain.roles().size(); c++) {
      Object cell = cells.get(domain.roles().get(c));
      if (cell instanceof Double number) {
        batch.set(c, 0, number.doubleValue());
      } else {
        batch.set(c, 0, cell);
      }
    }
    batch.rows(1);
    Admitted rows = new Admitted(domain, false, 1);
    rows.admit(batch);
    assertThat(rows.size()).as("%s admits %s", loss, cells).isEqualTo(1);
    return new RowView(rows).at(0);
  }

  /**
   * Central differences with steps of 1e-5 and 1e-3: their truncation is below 1e-9 and 1e-5 for
   * the scales of these tests, their rounding below 1e-10 and 1e-9.
   */
  public static void check(ArrayLoss loss, Map<Role, Object> cells) {
    double[] variable = (double[]) cells.get(loss.variable());
    RowView row = row(loss, cells);
    double[] gradient = loss.gradient(row);
    double[] hessian = loss.hessianDiagonal(row);
    assertThat(gradient).hasSameSizeAs(variable);
    assertThat(hessian).hasSameSizeAs(variable);
    for (int k = 0; k < variable.length; k++) {
      double first = (moved(loss, cells, k, 1e-5) - moved(loss, cells, k, -1e-5)) / 2e-5;
      double second =
          (moved(loss, cells, k, 1e-3) - 2 * loss.value(row) + moved(loss, cells, k, -1e-3)) / 1e-6;
      assertThat(gradient[k])
          .as("%s by element %d", loss, k)
          .isCloseTo(first, within(1e-6 * Math.max(1, Math.abs(first))));
      assertThat(hessian[k])
          .as("%s twice by element %d", loss, k)
          .isCloseTo(second, within(1e-3 * Math.max(1, Math.abs(second))));
    }
  }

  private static double moved(ArrayLoss loss, Map<Role, Object> cells, int element, double step) {
    double[] variable = ((double[]) cells.get(loss.variable())).clone();
    variable[element] += step;
    Map<Role, Object> changed = new LinkedHashMap<>(cells);
    changed.put(loss.variable(), variable);
    return loss.value(row(loss, changed));
  }
}
