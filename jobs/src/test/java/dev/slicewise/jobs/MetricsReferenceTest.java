package dev.slicewise.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.metric.reference.MetricPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/metrics.md is what the catalogue in code says, and says all of it. */
class MetricsReferenceTest {
  private static final Path REFERENCE = Path.of("..", "docs", "metrics.md");
  private static final String COMMAND = "bin/slicewise metrics --format markdown > docs/metrics.md";

  private static String generated() {
    Cli.Result result = Cli.run("metrics", "--format", "markdown");
    assertThat(result.exitCode()).isZero();
    return result.out();
  }

  @Test
  void referenceIsUpToDate() throws IOException {
    String committed = Files.readString(REFERENCE);
    // Not isEqualTo: two pages of that size would be the whole message.
    assertThat(committed.equals(generated()))
        .as("docs/metrics.md is stale; run %s and commit it", COMMAND)
        .isTrue();
    assertThat(committed).contains(COMMAND);
  }

  @Test
  void everyEntryHasEveryPart() {
    String text = generated();
    for (CatalogEntry entry : MetricCatalog.standard().entries()) {
      String heading = "\n### " + entry.id() + "\n";
      int start = text.indexOf(heading);
      assertThat(start).as(entry.id()).isPositive();
      int end = text.indexOf("\n### ", start + 1);
      String section = end < 0 ? text.substring(start) : text.substring(start, end);
      assertThat(text).as("contents").contains("](#" + entry.id() + ")");
      assertThat(section)
          .contains("- *formula*: ", "- *range*: ", "- *units*: ", "- *better*: ")
          .contains("- *exactness*: ", "- *interval*: ", "- *remembers*: ", "- *roles*: ");
      entry.aliases().forEach(alias -> assertThat(section).contains("`" + alias + "`"));
      entry.presets().keySet().forEach(preset -> assertThat(section).contains("`" + preset + "`"));
      for (ParameterInfo parameter : entry.parameters()) {
        assertThat(section).contains("| `" + parameter.name() + "` | ");
        assertThat(parameter.doc()).as(entry.id() + "." + parameter.name()).isNotEmpty();
      }
      MetricPage page = new MetricPage(entry);
      assertThat(section.split("- \\*edge\\*: ", -1)).hasSize(page.edges().size() + 1);
    }
  }
}
