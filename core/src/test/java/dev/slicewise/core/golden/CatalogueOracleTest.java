package dev.slicewise.core.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.MetricCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every id of the catalogue is held to values that something else than core computed. */
class CatalogueOracleTest {
  private static final Path TESTS = Path.of("src/test/java/dev/slicewise/core");

  /** By id that no golden case asks for, the test that holds it to another oracle. */
  private static Map<String, String> otherOracles() throws IOException {
    Map<String, String> tests = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/other-oracles.txt"))) {
      if (!line.startsWith("#")) {
        String[] words = line.split(" ");
        assertThat(tests.put(words[0], words[1])).as(words[0] + " is listed once").isNull();
      }
    }
    return tests;
  }

  @Test
  void everyIdHasAnOracle() throws IOException {
    Set<String> answered = new TreeSet<>();
    for (GoldenCase golden : GoldenScope.metricCases()) {
      for (List<String> queries : GoldenQueries.of(golden).values()) {
        for (String query : queries) {
          String name = GoldenQueries.metric(query).split("\\(")[0];
          answered.add(MetricCatalog.standard().entry(name).id());
        }
      }
    }
    Map<String, String> tests = otherOracles();
    for (Map.Entry<String, String> other : tests.entrySet()) {
      assertThat(Files.readString(TESTS.resolve(other.getValue() + ".java")))
          .as("the test that holds %s to an oracle", other.getKey())
          .containsPattern("\"[^\"\\n]*\\b" + other.getKey() + "\\b");
      assertThat(answered).as("listed, although golden").doesNotContain(other.getKey());
    }
    answered.addAll(tests.keySet());
    assertThat(answered)
        .isEqualTo(
            new TreeSet<>(
                MetricCatalog.standard().entries().stream().map(CatalogEntry::id).toList()));
  }
}
