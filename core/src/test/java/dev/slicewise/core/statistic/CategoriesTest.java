package dev.slicewise.core.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Kernels;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Skip;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** States by category and moments of arrays, where laws cannot tell what is in them. */
class CategoriesTest {
  private static final Domain VALUES = Domain.of(Role.VALUE);
  private static final Sum SUM = Sum.of(new Column(VALUES, Role.VALUE));

  private static Kernel kernel(Statistic<?>... statistics) {
    return new Kernel("categories", EvaluationPlan.of(Kernels.remembering(List.of(statistics))));
  }

  private static Rows rows(Object[] categories) {
    return Rows.of(
            List.of(Role.VALUE),
            IntStream.range(0, categories.length).mapToDouble(i -> i + 1).toArray())
        .withObjects(Role.SENSITIVE, categories);
  }

  @Test
  void eachCategoryHasItsRowsAndTheAuditAllOfThem() {
    PerCategory sums = PerCategory.of(Role.SENSITIVE, SUM);
    PerCategory audits = PerCategory.of(Role.SENSITIVE, new RowAudit(VALUES));
    Rows rows = rows(new Object[] {"b", "a", "b", "", "a"});
    rows.nulls()[0][2] = true;
    rows.nulls()[1][4] = true;
    SliceState state = kernel(sums, audits).state(rows);
    PerCategoryState found = state.view().state(sums);
    assertThat(found.categories()).containsExactly("", "a", "b");
    assertThat(found.of("b", SUM).sum().value()).isEqualTo(1);
    assertThat(found.of("a", SUM).sum().value()).isEqualTo(2);
    assertThat(found.of("", SUM).sum().value()).isEqualTo(4);
    assertThat(found.of("c", SUM).sum().value()).isZero();
    assertThat(found.truncated()).isFalse();
    RowAudit.State ofB = state.view().state(audits).of("b", new RowAudit(VALUES));
    assertThat(ofB.used()).isEqualTo(1);
    assertThat(ofB.skipped(Skip.NULL)).isEqualTo(1);
    assertThat(state.view().rows(sums.domain()).skipped(Skip.NULL)).isEqualTo(2);
  }

  @Test
  void whatDoesNotFitIsSampledByHashAndItsRestKept() {
    Object[] names = IntStream.range(0, 20_000).mapToObj(i -> "user " + i).toArray();
    PerCategory statistic = PerCategory.of(Role.SENSITIVE, SUM);
    PerCategoryState state = kernel(statistic).state(rows(names)).view().state(statistic);
    assertThat(state.level()).isBetween(4, 6);
    assertThat(state.categories().size()).isBetween(250, 1000);
    Set<String> expected = new HashSet<>();
    double kept = 0;
    for (int i = 0; i < names.length; i++) {
      if (PerCategoryState.keeps((String) names[i], state.level())) {
        expected.add((String) names[i]);
        kept += i + 1;
      }
    }
    assertThat(state.categories()).isEqualTo(expected);
    assertThat(state.others(SUM).sum().value()).isEqualTo(20_000.0 * 20_001 / 2 - kept);
    long oneLevelLess =
        IntStream.range(0, names.length)
            .filter(i -> PerCategoryState.keeps((String) names[i], state.level() - 1))
            .count();
    assertThat(oneLevelLess).isGreaterThan(1000);
    // Unbiased: the sample of categories stands for about all of them.
    assertThat(state.categories().size() * Math.scalb(1.0, state.level()))
        .isCloseTo(20_000, within(2_500.0));
  }

  @Test
  void longTextsAreBounded() {
    String head = "x".repeat(10_000);
    PerCategory statistic = PerCategory.of(Role.SENSITIVE, SUM);
    Kernel kernel = kernel(statistic);
    SliceState state = kernel.state(rows(new Object[] {head + "1", head + "2", head + "1"}));
    PerCategoryState found = state.view().state(statistic);
    assertThat(found.categories()).hasSize(2).allMatch(name -> name.length() == 198);
    assertThat(found.of(head + "1", SUM).sum().value()).isEqualTo(4);
    assertThat(Kernel.bytes(state).length).isLessThan(600);
    assertThat(Kernel.bytes(kernel.copy(state))).isEqualTo(Kernel.bytes(state));
    String split = "y".repeat(179) + "\ud83d\ude00".repeat(30);
    assertThat(CategoryName.of(split)).startsWith("y".repeat(179) + "\u2026#").hasSize(197);
  }

  /** Oracle: plain sums of integers, which doubles hold exactly. */
  @Test
  void momentsAreThoseOfTheShortestArrays() {
    SplittableRandom random = new SplittableRandom(3);
    Object[] arrays = new Object[50];
    double[][] sums = new double[3][3];
    for (int i = 0; i < arrays.length; i++) {
      double[] x = random.ints(3, -9, 10).asDoubleStream().toArray();
      arrays[i] = x;
      for (int a = 0; a < 9; a++) {
        sums[a / 3][a % 3] += x[a / 3] * x[a % 3];
      }
    }
    MomentMatrix statistic = new MomentMatrix(Role.EMBEDDING, 1, 8, true);
    Rows rows = Rows.of(List.of(Role.VALUE), new double[50]).withObjects(Role.EMBEDDING, arrays);
    MomentMatrix.State state = kernel(statistic).state(rows).view().state(statistic);
    assertThat(state.mixed()).isFalse();
    for (int a = 0; a < 9; a++) {
      assertThat(state.product(a / 3, a % 3).value()).isEqualTo(sums[a / 3][a % 3]);
    }
    arrays[20] = new double[] {1, 2, 3, 4};
    state = kernel(statistic).state(rows).view().state(statistic);
    assertThat(state.mixed()).isTrue();
    assertThat(state.dimension()).isEqualTo(3);
    arrays[40] = new double[] {5, 6};
    state = kernel(statistic).state(rows).view().state(statistic);
    assertThat(state.dimension()).isEqualTo(2);
    assertThat(state.product(1, 0).value()).isEqualTo(30);
    assertThatThrownBy(() -> new MomentMatrix(Role.EMBEDDING, 1, 513, true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
