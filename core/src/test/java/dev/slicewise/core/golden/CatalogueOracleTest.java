package dev.slicewise.core.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.MetricCatalog;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CatalogueOracleTest {
  @Test
  void probe() {
    Set<String> asked = new TreeSet<>();
    for (GoldenCase golden : GoldenScope.metricCases()) {
      GoldenQueries.of(golden)
          .values()
          .forEach(
              queries ->
                  queries.forEach(
                      query ->
                          asked.add(
                              MetricCatalog.standard()
                                  .entry(GoldenQueries.metric(query).split("\\(")[0])
                                  .id())));
    }
    Set<String> rest = new TreeSet<>();
    for (CatalogEntry entry : MetricCatalog.standard().entries()) rest.add(entry.id());
    rest.removeAll(asked);
    assertThat(rest).isEmpty();
  }
}
