package dev.slicewise.core.slice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions as text: what is written is read back as the same definition. */
class SliceSpecTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "carrier",
        "a.b, `a column`",
        "`tick``ed`, `x AS y`",
        "bucket(distance, -0.5, 1e3, 1e300)",
        "bucket( distance,500 ,1000 ) AS far",
        "time(t, month), time(t, day) AS `the day`",
        "top(dest, 10)",
        "top(concat(a, ',', b), 10) AS `a, b`",
        "distance > 500 AS far",
        "coalesce(a, 'it is, `quoted`')",
        "carrier AS c",
      })
  void textIsReadBack(String text) {
    SliceSpec spec = SliceSpec.parse(text);
    assertThat(SliceSpec.parse(spec.text())).isEqualTo(spec);
    assertThat(SliceSpec.parse(spec.text()).text()).isEqualTo(spec.text());
  }

  @Test
  void anyColumnNameIsReadBack() {
    for (String name : List.of("`", "``", "a`b", "`a`", "a AS `b`", "top(x, 3)", " ", "x, y")) {
      SliceSpec spec = new SliceSpec(List.of(new Dimension.Column(name)));
      assertThat(SliceSpec.parse(spec.text())).as(name).isEqualTo(spec);
    }
  }
}
