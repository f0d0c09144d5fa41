package dev.slicewise.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The tables of {@code docs/performance.md} from a {@code bench.json}. */
final class BenchMarkdown {
  private BenchMarkdown() {}

  static String of(String benchJson) throws IOException {
    JsonNode root = new ObjectMapper().readTree(benchJson);
    StringBuilder text = new StringBuilder();
    JsonNode machine = root.get("machine");
    text.append(
        String.format(
            Locale.ROOT,
            "%,d rows; %d rounds; %d cores, vectors of %d doubles, heap %,d MB;"
                + " Java %s, Spark %s, DuckDB %s.%n",
            root.get("rows").asLong(),
            root.get("rounds").asInt(),
            machine.get("cores").asInt(),
            machine.get("vector_doubles").asInt(),
            machine.get("heap_mb").asLong(),
            machine.get("java").asText(),
            machine.get("spark").asText(),
            machine.get("duckdb").asText()));
    Map<String, StringBuilder> tables = new LinkedHashMap<>();
    for (JsonNode result : root.get("results")) {
      if (!result.has("skipped")) {
        tables.computeIfAbsent(title(result), BenchMarkdown::heading).append(line(result));
      }
    }
    tables.values().forEach(text::append);
    return text.toString();
  }

  private static String title(JsonNode result) {
    int repeat = result.get("repeat").asInt();
    return "%s: %s, %d threads%s"
        .formatted(
            result.get("scenario").asText(),
            result.get("scenario_about").asText(),
            result.get("threads").asInt(),
            repeat == 1 ? "" : ", every file read " + repeat + " times");
  }

  private static StringBuilder heading(String title) {
    return new StringBuilder("\n**")
        .append(title)
        .append(
            "**\n\n| alternative | seconds | CPU seconds | ns/row/core | × scan floor | × Spark's sums |\n")
        .append("|---|---:|---:|---:|---:|---:|\n");
  }

  private static String line(JsonNode result) {
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.1f | %s | %s |%n",
        result.get("alternative").asText(),
        result.get("seconds").asDouble(),
        result.get("cpu_seconds").asDouble(),
        result.get("ns_per_row_per_core").asDouble(),
        ratio(result.get("ratio_to_scan_floor")),
        ratio(result.get("ratio_to_generated_sums")));
  }

  private static String ratio(JsonNode ratio) {
    return ratio.isNull() ? "" : String.format(Locale.ROOT, "%.2f", ratio.asDouble());
  }
}
