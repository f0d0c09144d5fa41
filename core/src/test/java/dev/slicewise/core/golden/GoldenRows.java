package dev.slicewise.core.golden;

import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The inputs of a golden case as rows; recipes written in words are carried out here. */
final class GoldenRows {
  private GoldenRows() {}

  static Rows of(GoldenCase golden) {
    return switch (golden.id()) {
      case "at_constraint_ceil_trap" ->
          binary(
              102, i -> i < 100 ? 1 : 0, i -> i < 100 ? (100 - i) / 100.0 : i == 100 ? 0.9 : 0.455);
      case "r2_large_offset" ->
          binary(200, i -> 1e9 + i * 1e-3, i -> 1e9 + i * 1e-3 + (i % 2 == 1 ? 1e-4 : -1e-4));
      case "metric_quantile_rank_trap" -> binary(100, i -> 0, i -> i + 1);
      case "metric_huge_counts" -> huge(golden);
      case "policy_float_widening" ->
          binary(
              1,
              i -> (float) golden.input("label_float32")[0],
              i -> golden.input("prediction_double")[0]);
      case "sum_1e16_ones" -> values(1002, i -> i == 0 ? 1e16 : i == 1001 ? -1e16 : 1);
      case "sum_1e16_ones_kept" -> values(1002, i -> i == 0 ? 1e16 : 1);
      case "var_timestamps" -> values(1000, i -> 1.7e18 + 256.0 * i);
      case "loss_kendall", "loss_multi_task" -> arrays("losses", golden.input("task_losses"));
      case "loss_gradnorm" ->
          arrays("grad_norms", golden.input("weighted_grad_norms"))
              .withObjects(
                  new Role("loss_ratios", Shape.NUMBERS), (Object) golden.input("loss_ratios"));
      case "aux_moe_load_balance" -> tokens(golden);
      default -> columns(golden);
    };
  }

  private static Rows binary(int count, IntToDoubleFunction label, IntToDoubleFunction prediction) {
    return Rows.of(
        List.of(Role.LABEL, Role.PREDICTION),
        IntStream.range(0, count).mapToDouble(label).toArray(),
        IntStream.range(0, count).mapToDouble(prediction).toArray());
  }

  private static Rows values(int count, IntToDoubleFunction value) {
    return Rows.of(List.of(Role.VALUE), IntStream.range(0, count).mapToDouble(value).toArray());
  }

  /** One row with one array. */
  private static Rows arrays(String role, double[] values) {
    return Rows.of(List.of()).withObjects(new Role(role, Shape.NUMBERS), (Object) values);
  }

  /** As many tokens for each expert as it has, all with the mean of the router's probabilities. */
  private static Rows tokens(GoldenCase golden) {
    double[] counts = golden.input("expert_counts");
    double tokens = Arrays.stream(counts).sum();
    double[] router =
        Arrays.stream(golden.input("router_prob_sums")).map(sum -> sum / tokens).toArray();
    double[] experts =
        IntStream.range(0, counts.length)
            .flatMap(expert -> IntStream.range(0, (int) counts[expert]).map(token -> expert))
            .asDoubleStream()
            .toArray();
    Object[] routers = new Object[experts.length];
    Arrays.fill(routers, router);
    return Rows.of(List.of(new Role("expert")), experts)
        .withObjects(Role.PREDICTION.as(Shape.NUMBERS), routers);
  }

  /** Counts too large for rows, as the weights of two rows a cell. */
  private static Rows huge(GoldenCase golden) {
    double[] weights =
        IntStream.range(0, 8)
            .mapToDouble(
                i ->
                    GoldenCase.number(
                            golden.inputs().get(List.of("tp", "fp", "fn", "tn").get(i / 2)))
                        / 2)
            .toArray();
    Rows rows = binary(8, i -> i / 2 % 2 == 0 ? 1 : 0, i -> i < 4 ? 1 : 0);
    return rows.select(0, 1, 2, 3, 4, 5, 6, 7).with(Role.WEIGHT, weights);
  }

  private static Rows columns(GoldenCase golden) {
    List<Role> roles = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    List<Object[]> objects = new ArrayList<>();
    List<boolean[]> nulls = new ArrayList<>();
    for (Map.Entry<String, Object> input : golden.inputs().entrySet()) {
      List<?> cells = (List<?>) input.getValue();
      Role role = role(input.getKey());
      Shape shape = shape(golden, role, cells);
      roles.add(role.as(shape));
      boolean numbers = shape == Shape.NUMBER;
      columns.add(
          !numbers
              ? null
              : cells.stream()
                  .mapToDouble(cell -> cell == null ? 0 : GoldenCase.number(cell))
                  .toArray());
      objects.add(numbers ? null : cells.stream().map(cell -> object(shape, cell)).toArray());
      boolean[] marks = new boolean[cells.size()];
      for (int i = 0; i < marks.length; i++) {
        marks[i] = cells.get(i) == null;
      }
      nulls.add(marks);
    }
    Rows rows =
        new Rows(
            roles,
            columns.toArray(double[][]::new),
            objects.toArray(Object[][]::new),
            nulls.toArray(boolean[][]::new),
            null);
    for (Role role : List.of(Role.LABEL, Role.PREDICTION)) {
      // Errors are given as predictions of 0, probabilities alone as those of negatives.
      boolean missing = !roles.contains(role) && !roles.contains(Role.VALUE);
      for (Role given : roles) {
        missing &= given.shape() == Shape.NUMBER;
      }
      rows = missing ? rows.with(role, new double[rows.count()]) : rows;
    }
    return rows;
  }

  /** Classes are texts, lists are arrays unless their role says more, all else is a number. */
  private static Shape shape(GoldenCase golden, Role role, List<?> cells) {
    if (role.shape() != Shape.NUMBER) {
      return role.shape();
    }
    if (!cells.isEmpty() && cells.get(0) instanceof List<?>) {
      return Shape.NUMBERS;
    }
    boolean isClass = golden.name().equals("multiclass_suite") && !role.equals(Role.WEIGHT);
    return isClass ? Shape.TEXT : Shape.NUMBER;
  }

  /** A cell that is no number, as its shape has it; one reference is a list of one. */
  private static Object object(Shape shape, Object cell) {
    if (cell == null) {
      return null;
    }
    return switch (shape) {
      case NUMBERS -> ((List<?>) cell).stream().mapToDouble(GoldenCase::number).toArray();
      case TEXTS -> ((List<?>) cell).toArray(String[]::new);
      case TEXT_LISTS ->
          ((List<?>) cell).get(0) instanceof String
              ? new String[][] {(String[]) object(Shape.TEXTS, cell)}
              : ((List<?>) cell)
                  .stream().map(text -> object(Shape.TEXTS, text)).toArray(String[][]::new);
      case TEXT -> String.valueOf(((Number) cell).longValue());
      case NUMBER -> throw new IllegalArgumentException("expected an array, found " + shape);
    };
  }

  private static Role role(String input) {
    return switch (input) {
      case "logits", "student_logits" -> Role.PREDICTION;
      case "teacher_logits" -> Role.LABEL;
      case "predictions" -> new Role("replicates");
      case "group_labels" -> Role.LABEL.as(Shape.NUMBERS);
      case "group_scores" -> Role.PREDICTION.as(Shape.NUMBERS);
      case "anchor", "positive", "negative", "left", "right", "similarities" ->
          new Role(input, Shape.NUMBERS);
      case "token_logprobs", "mask" -> new Role(input, Shape.NUMBERS);
      case "hypothesis" -> new Role(input, Shape.TEXTS);
      case "reference", "references" -> new Role("reference", Shape.TEXT_LISTS);
      case "predicted", "error", "abs_error" -> Role.PREDICTION;
      case "values" -> Role.VALUE;
      default -> new Role(input);
    };
  }

  /** The rows with each role's cells of one row, in the order that a loss wants them. */
  static double[] row(Rows rows, List<Role> roles, int row) {
    return roles.stream().mapToDouble(role -> rows.column(role)[row]).toArray();
  }

  /** Whether weights are given. */
  static boolean weighted(Rows rows) {
    return rows.roles().contains(Role.WEIGHT);
  }

  /** The rows with a weight of 1 each. */
  static Rows ones(Rows rows) {
    double[] ones = new double[rows.count()];
    Arrays.fill(ones, 1.0);
    return rows.with(Role.WEIGHT, ones);
  }
}
