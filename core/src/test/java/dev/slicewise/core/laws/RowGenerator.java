package dev.slicewise.core.laws;

import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rows that a kernel must survive: of every {@link Numbers} kind, for regression, scores,
 * probabilities and soft labels, with repeated rows, with and without keys, and some with nulls,
 * NaN, infinities, labels and probabilities out of their domain, and weights that are none.
 */
public final class RowGenerator {
  private static final double[] BAD_WEIGHTS = {
    0.0, -0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };
  private static final double[] UNUSABLE = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };
  private static final double[] OUT_OF_DOMAIN = {2.0, -1.0, 0.5, 1.0000005, -5e-7, 1.5, -0.0};

  private final SplittableRandom random;
  private final boolean spoiled;

  private RowGenerator(SplittableRandom random, boolean spoiled) {
    this.random = random;
    this.spoiled = spoiled;
  }

  /** Some rows: none, one, a few, or up to some hundred. */
  public static Rows some(SplittableRandom random, List<Role> roles) {
    int count =
        switch (random.nextInt(20)) {
          case 0 -> 0;
          case 1, 2 -> 1;
          case 3, 4, 5, 6, 7, 8, 9 -> random.nextInt(2, 12);
          case 19 -> random.nextInt(60, 300);
          default -> random.nextInt(12, 60);
        };
    return new RowGenerator(random, random.nextInt(3) == 0).rows(roles, count);
  }

  /** A number of rows. */
  public static Rows rows(SplittableRandom random, List<Role> roles, int count) {
    return new RowGenerator(random, random.nextInt(3) == 0).rows(roles, count);
  }

  /** Rows without anything to skip. */
  public static Rows clean(SplittableRandom random, List<Role> roles, int count) {
    return new RowGenerator(random, false).rows(roles, count);
  }

  private Rows rows(List<Role> roles, int count) {
    double[][] values = new double[roles.size()][];
    Object[][] objects = new Object[roles.size()][];
    int task = random.nextInt(4);
    ObjectGenerator arrays = new ObjectGenerator(random, spoiled);
    for (int c = 0; c < values.length; c++) {
      if (roles.get(c).shape() == Shape.NUMBER) {
        values[c] = column(roles.get(c), task, count);
      } else {
        objects[c] = arrays.column(roles.get(c), count);
      }
    }
    order(roles, values);
    boolean[][] nulls = new boolean[values.length][count];
    if (spoiled) {
      spoil(values, nulls);
    }
    Rows rows = new Rows(roles, values, objects, nulls, random.nextBoolean() ? keys(count) : null);
    return random.nextInt(5) == 0 ? repeated(rows) : rows;
  }

  private double[] column(Role role, int task, int count) {
    boolean regression = task == 0;
    if (role.equals(Role.WEIGHT)) {
      return weights(count);
    }
    if (role.equals(Role.LABEL) && !regression) {
      return draw(task == 3 ? Numbers.PROBABILITIES : Numbers.BINARY, count);
    }
    if (role.equals(Role.PREDICTION) && task >= 2) {
      return draw(Numbers.PROBABILITIES, count);
    }
    if (role.equals(Role.SCALE) || role.equals(Role.VARIANCE) || role.equals(Role.STDDEV)) {
      return draw(random.nextInt(4) == 0 ? Numbers.INTEGERS : Numbers.SKEWED, count);
    }
    return switch (role.name()) {
      case "positive_index" -> draw(Numbers.BINARY, count);
      case "bytes", "words" -> draw(Numbers.SKEWED, count);
      default -> draw(regression ? Numbers.any(random) : Numbers.BELL, count);
    };
  }

  private double[] draw(Numbers kind, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = kind.draw(random);
    }
    return values;
  }

  private double[] weights(int count) {
    int kind = random.nextInt(5);
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      weights[i] =
          switch (kind) {
            case 0 -> random.nextInt(1, 6);
            case 1 -> random.nextDouble() + 0.01;
            case 2 -> Math.scalb(1 + random.nextDouble(), random.nextInt(-90, 30));
            case 3 -> Math.abs(Numbers.SUBNORMAL.draw(random));
            default -> random.nextInt(1, 4) / 8.0;
          };
      if (random.nextInt(spoiled ? 6 : 1_000_000) == 0) {
        weights[i] = BAD_WEIGHTS[random.nextInt(BAD_WEIGHTS.length)];
      }
    }
    return weights;
  }

  /** Lower ends below upper ones, mostly. */
  private void order(List<Role> roles, double[][] values) {
    int lower = roles.indexOf(Role.LOWER);
    int upper = roles.indexOf(Role.UPPER);
    for (int i = 0; lower >= 0 && upper >= 0 && i < values[lower].length; i++) {
      double a = values[lower][i];
      double b = values[upper][i];
      boolean swap = a > b && random.nextInt(20) > 0;
      values[lower][i] = swap ? b : a;
      values[upper][i] = swap ? a : b;
    }
  }

  private void spoil(double[][] values, boolean[][] nulls) {
    for (int c = 0; c < values.length; c++) {
      for (int i = 0; i < nulls[c].length; i++) {
        if (values[c] == null) {
          nulls[c][i] = random.nextInt(24) == 0;
          continue;
        }
        switch (random.nextInt(24)) {
          case 0 -> values[c][i] = UNUSABLE[random.nextInt(UNUSABLE.length)];
          case 1 -> nulls[c][i] = true;
          case 2 -> values[c][i] = OUT_OF_DOMAIN[random.nextInt(OUT_OF_DOMAIN.length)];
          default -> {}
        }
      }
    }
  }

  private long[] keys(int count) {
    long[] keys = new long[count];
    boolean clusters = random.nextBoolean();
    for (int i = 0; i < count; i++) {
      keys[i] = clusters ? random.nextInt(5) : random.nextLong();
    }
    return keys;
  }

  private Rows repeated(Rows rows) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < rows.count(); i++) {
      for (int copies = random.nextInt(1, 4); copies > 0; copies--) {
        places.add(i);
      }
    }
    return rows.select(places.stream().mapToInt(Integer::intValue).toArray());
  }
}
