package dev.slicewise.core.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.term.ArrayCondition.IndexOf;
import dev.slicewise.core.term.ArrayCondition.Probabilities;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that hold arrays and texts: admission, clamping, order, keys. */
class ArrayRolesTest {
  private static final Role SCORES = Role.PREDICTION.as(Shape.NUMBERS);
  private static final Role NAME = new Role("name", Shape.TEXT);
  private static final Domain DOMAIN =
      Domain.of(Role.LABEL, SCORES, NAME)
          .where(Probabilities.simplex(SCORES))
          .where(new IndexOf(Role.LABEL, SCORES));

  private static Batch batch() {
    Batch batch = new Batch(DOMAIN.roles(), 16);
    double[][] scores = {
      {0.25, 0.75}, {0.5, 0.6}, {-5e-7, 1.0000005}, null, {Double.NaN, 1}, {1, 0}, {1}, {0.5, 0.5}
    };
    double[] labels = {0, 1, 1, 0, 0, 2, 0, 0.5};
    for (int i = 0; i < scores.length; i++) {
      batch.set(0, i, labels[i]);
      if (scores[i] == null) {
        batch.setNull(1, i);
      } else {
        batch.set(1, i, scores[i]);
      }
      batch.set(2, i, "n" + i);
    }
    batch.rows(scores.length);
    return batch;
  }

  @Test
  void eachRowIsAdmittedOrSkippedForItsReason() {
    Admitted rows = new Admitted(DOMAIN, false, 16);
    rows.admit(batch());
    byte domain = Skip.DOMAIN.code();
    assertThat(java.util.Arrays.copyOf(rows.status(), 8))
        .containsExactly(0, domain, 0, Skip.NULL.code(), Skip.NAN.code(), domain, domain, domain);
    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.numbers(SCORES)[0]).containsExactly(0.25, 0.75);
    assertThat(rows.numbers(SCORES)[1]).as("clamped").containsExactly(0.0, 1.0);
    assertThat(rows.texts(NAME)).startsWith("n0", "n2");
    RowView row = new RowView(rows).at(1);
    assertThat(row.number(Role.LABEL)).isEqualTo(1);
    assertThat(row.text(NAME)).isEqualTo("n2");
  }

  @Test
  void gatheringKeepsRowsTogetherAndKeysDependOnContentOnly() {
    Batch source = batch();
    Batch sorted = new Batch(DOMAIN.roles(), 16);
    int[] reversed = {7, 6, 5, 4, 3, 2, 1, 0};
    sorted.gather(source, reversed, 0, 8);
    assertThat(sorted.numbers(SCORES)[7]).containsExactly(0.25, 0.75);
    assertThat(sorted.nulls(SCORES)[4]).isTrue();
    for (int i = 0; i < 8; i++) {
      assertThat(sorted.key(7 - i)).isEqualTo(source.key(i));
      assertThat(source.key(i)).isNotEqualTo(source.key((i + 1) % 8));
    }
  }

  @Test
  void aColumnReadInTwoShapesIsTwoRolesOfOneName() {
    Role text = Role.LABEL.as(Shape.TEXT);
    assertThat(text).isNotEqualTo(Role.LABEL);
    assertThat(text.name()).isEqualTo(Role.LABEL.name());
    assertThat(new java.util.TreeSet<>(List.of(text, Role.PREDICTION, Role.LABEL)))
        .containsExactly(Role.LABEL, text, Role.PREDICTION);
  }
}
