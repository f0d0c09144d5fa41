package dev.slicewise.core.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.laws.Property;
import dev.slicewise.core.slice.Suppression.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is hidden, and what could be worked out from the rest. */
class SuppressionTest {
  private static final SliceSpec A = SliceSpec.parse("a");
  private static final SliceSpec B = SliceSpec.parse("b");
  private static final SliceSpec BOTH = SliceSpec.parse("a, b");

  private static boolean[] hidden(List<SliceSpec> definitions, long k, Size... slices) {
    return Suppression.of(definitions, List.of(slices), k);
  }

  private static Size a(String value, long rows) {
    return new Size(0, List.of(value), rows);
  }

  @Test
  void smallSlicesAreHiddenAndNeverOneAlone() {
    assertThat(hidden(List.of(A), 10, a("x", 100), a("y", 50), a("z", 10)))
        .containsExactly(false, false, false);
    // z alone would be all rows less the others, so y is hidden with it.
    assertThat(hidden(List.of(A), 10, a("x", 100), a("y", 50), a("z", 9)))
        .containsExactly(false, true, true);
    // Two of three rows are two, but fewer than ten.
    assertThat(hidden(List.of(A), 10, a("w", 60), a("x", 100), a("y", 3), a("z", 3)))
        .containsExactly(true, false, true, true);
    assertThat(hidden(List.of(A), 5, a("w", 60), a("x", 100), a("y", 3), a("z", 3)))
        .containsExactly(false, false, true, true);
    assertThat(hidden(List.of(SliceSpec.ALL), 10, new Size(0, List.of(), 10)))
        .containsExactly(false);
    assertThatThrownBy(() -> hidden(List.of(A), 10, a("x", 5), a("y", 4)))
        .hasMessageContaining("at least 10 rows in all, found 9");
  }

  /** All that is shown: in every shown slice, what is hidden of it is nothing or a crowd. */
  @Test
  void whatIsHiddenCannotBeToldApartWithinWhatIsShown() {
    List<SliceSpec> definitions = List.of(BOTH, A, B);
    Property.check(
        300,
        random -> {
          long k = 2 + random.nextInt(20);
          List<Size> slices = cells(random);
          if (slices.stream().filter(s -> s.definition() == 0).mapToLong(Size::rows).sum() < k) {
            return;
          }
          boolean[] hidden = Suppression.of(definitions, slices, k);
          for (int i = 0; i < hidden.length; i++) {
            assertThat(hidden[i] || slices.get(i).rows() >= k).isTrue();
          }
          for (int definition = 0; definition < 3; definition++) {
            expectCrowd(slices, hidden, definition, -1, 0, k);
          }
          for (int i = 0; i < hidden.length; i++) {
            if (slices.get(i).definition() > 0 && !hidden[i]) {
              expectCrowd(slices, hidden, 0, slices.get(i).definition() - 1, i, k);
            }
          }
        });
  }

  /**
   * Hidden slices of a definition, of all or of those that have a coarser slice's value.
   *
   * @param dimension which value must agree, or −1
   */
  private static void expectCrowd(
      List<Size> slices, boolean[] hidden, int definition, int dimension, int coarser, long k) {
    long rows = 0;
    int count = 0;
    int shown = 0;
    for (int i = 0; i < hidden.length; i++) {
      Size slice = slices.get(i);
      boolean within =
          slice.definition() == definition
              && (dimension < 0
                  || slice.values().get(dimension).equals(slices.get(coarser).values().get(0)));
      rows += within && hidden[i] ? slice.rows() : 0;
      count += within && hidden[i] ? 1 : 0;
      shown += within && !hidden[i] ? 1 : 0;
    }
    boolean crowd = count == 0 || (count > 1 && rows >= k);
    assertThat(crowd || (dimension < 0 && shown == 0)).isTrue();
  }

  private static List<Size> cells(SplittableRandom random) {
    List<Size> slices = new ArrayList<>();
    Map<String, Long> byA = new LinkedHashMap<>();
    Map<String, Long> byB = new LinkedHashMap<>();
    int as = 1 + random.nextInt(6);
    int bs = 1 + random.nextInt(6);
    for (int i = 0; i < as; i++) {
      for (int j = 0; j < bs; j++) {
        long rows = random.nextInt(3) == 0 ? random.nextInt(1, 8) : random.nextInt(1, 60);
        if (random.nextInt(4) > 0) {
          slices.add(new Size(0, List.of("a" + i, "b" + j), rows));
          byA.merge("a" + i, rows, Long::sum);
          byB.merge("b" + j, rows, Long::sum);
        }
      }
    }
    byA.forEach((value, rows) -> slices.add(new Size(1, List.of(value), rows)));
    byB.forEach((value, rows) -> slices.add(new Size(2, List.of(value), rows)));
    return slices;
  }
}
