package dev.slicewise.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.slice.Slices;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  @Test
  void flights() {
    try (SliceTable table =
        Evaluation.of(Spark.flights())
            .label("arr_delay")
            .prediction("predicted_delay")
            .metrics("mae")
            .slices(
                Slices.all(),
                Slices.by("carrier"),
                Slices.by("top(dest, 5)"),
                Slices.by("bucket(distance, 500, 1000)"),
                Slices.by("time(time, month)"))
            .run()) {
      table.show();
      System.out.println(table.toText(100));
      table.toDataFrame(Spark.session()).show(5, false);
      table.states(Spark.session()).show(5);
      assertThat(table.rowCount()).isEqualTo(336776);
    }
  }
}
