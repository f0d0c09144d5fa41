package dev.slicewise.core.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.Asked;
import dev.slicewise.core.metric.GoldenCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each group of a golden case by itself: its value, or that it has none. */
class GoldenGroupsTest {
  static List<GoldenCase> cases() {
    return GoldenCase.all().stream()
        .filter(
            golden -> golden.expected() instanceof Map<?, ?> map && map.containsKey("per_group"))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyGroupHasItsValue(GoldenCase golden) {
    Rows rows = GoldenRows.of(golden);
    List<?> groups = (List<?>) ((Map<?, ?>) golden.expected()).get("per_group");
    assertThat(groups).hasSize(rows.count());
    for (int i = 0; i < groups.size(); i++) {
      Rows group = rows.range(i, i + 1);
      for (Map.Entry<String, String> query : queries(golden).entrySet()) {
        Object expected =
            groups.get(i) instanceof Map<?, ?> named ? named.get(query.getKey()) : groups.get(i);
        golden.check(
            Asked.value(query.getValue(), group),
            expected == null ? null : (Double) GoldenCase.number(expected));
      }
    }
  }

  /** The metrics whose values by group are given, by their keys there. */
  private static Map<String, String> queries(GoldenCase golden) {
    Map<String, String> queries = new LinkedHashMap<>();
    GoldenQueries.of(golden)
        .forEach(
            (key, asked) -> {
              if (!key.startsWith("n_")) {
                queries.put(key, asked.get(0));
              }
            });
    return queries;
  }
}
