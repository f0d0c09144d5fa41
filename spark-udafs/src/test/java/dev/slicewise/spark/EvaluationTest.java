package dev.slicewise.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.Slices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
  private static Evaluation flights() {
    return Evaluation.of(Spark.flights())
        .label("arr_delay")
        .prediction("predicted_delay")
        .metrics("mae");
  }

  @Test
  void countsEveryRowAndEverySlice() {
    try (SliceTable table =
        flights()
            .slices(
                Slices.all(),
                Slices.by("carrier"),
                Slices.by("top(dest, 5)"),
                Slices.by("bucket(distance, 500, 1000)"),
                Slices.by("time(time, month)"),
                Slices.by("hour >= 12 AS afternoon"))
            .run()) {
      assertThat(table.rowCount()).isEqualTo(336_776);
      assertThat(table.sliceCount()).isEqualTo(1 + 16 + 6 + 3 + 12 + 2);
      assertThat(table.toText(100)).contains("[500, 1000)").contains("(other)");
      assertThat(table.toDataFrame(Spark.session()).count()).isEqualTo(40);
      assertThat(table.states(Spark.session()).count()).isEqualTo(40);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arr_dely | did you mean 'arr_delay'",
        "carrier | expected a number or a boolean as label, found column carrier",
        "rand() | deterministic",
        "sum(arr_delay) | deterministic expression of one row",
        "(SELECT 1) | subqueries",
        "explode(array(1)) | deterministic expression of one row",
        "arr_delay + | cannot understand",
        "nosuch + 1 | cannot understand"
      })
  void refusesLabels(String label, String message) {
    assertThatThrownBy(() -> flights().label(label).preview())
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining(message);
  }

  @Test
  void namesEverythingThatIsWrong() {
    Evaluation wrong =
        flights().label("arr_dely").weight("distanc").slices(SliceSpec.parse("carier"));
    assertThatThrownBy(wrong::run)
        .hasMessageContaining("arr_delay")
        .hasMessageContaining("distance")
        .hasMessageContaining("carrier");
    assertThatThrownBy(() -> flights().metrics("maee").run()).hasMessageContaining("'mae'");
    assertThatThrownBy(() -> flights().role("scale", "distance").run())
        .hasMessageContaining("no metric of the suite uses a role 'scale'");
  }

  @Test
  void previewSaysWhatIsRead() {
    EvaluationPreview preview = flights().slices(Slices.by("carrier", "origin")).preview();
    assertThat(preview.finestGrain()).containsExactly("carrier", "origin");
    assertThat(preview.columnsRead())
        .containsExactly("arr_delay", "carrier", "origin", "predicted_delay");
    assertThat(preview.physicalPlan()).contains("Scan parquet");
  }
}
