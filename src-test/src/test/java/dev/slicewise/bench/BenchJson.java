package dev.slicewise.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.slicewise.core.numeric.Loops;
import dev.slicewise.jobs.output.Json;
import dev.slicewise.jobs.output.Versions;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code bench.json}: the machine, then one object per scenario and alternative. */
final class BenchJson {
  private BenchJson() {}

  static void write(Path file, long rows, int rounds, List<Timing> timings) throws IOException {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("machine", machine());
    root.put("rows", rows);
    root.put("rounds", rounds);
    root.put("generator_version", BenchRow.GENERATOR_VERSION);
    root.put("suite", Measure.suite());
    List<Object> results = new ArrayList<>();
    timings.forEach(timing -> results.add(result(timing, timings)));
    root.put("results", results);
    if (file.toAbsolutePath().getParent() != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    try (Writer out = Files.newBufferedWriter(file);
        JsonGenerator json = Json.indented(out)) {
      Json.write(json, root);
      json.writeRaw('\n');
    }
  }

  private static Map<String, Object> machine() {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    machine.put("vector_doubles", Loops.best().lanes());
    machine.put("heap_mb", Runtime.getRuntime().maxMemory() >> 20);
    machine.putAll(Versions.all());
    machine.put("duckdb", DuckDb.version());
    return machine;
  }

  private static Map<String, Object> result(Timing timing, List<Timing> all) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("scenario", timing.scenario().id());
    result.put("scenario_about", timing.scenario().about());
    result.put("alternative", timing.alternative().id());
    result.put("alternative_about", timing.alternative().about());
    result.put("threads", timing.setting().threads());
    result.put("repeat", timing.setting().repeat());
    result.put("rows", timing.rows());
    if (!timing.wasRun()) {
      result.put("skipped", timing.refusal());
      return result;
    }
    result.put("seconds", timing.seconds());
    result.put("seconds_of_rounds", timing.turns().stream().map(Timing.Turn::seconds).toList());
    result.put("cpu_seconds", timing.cpuSeconds());
    result.put("ns_per_row_per_core", timing.nanosecondsPerRowAndCore());
    result.put("ratio_to_scan_floor", ratio(timing, all, "scan_floor"));
    result.put("ratio_to_generated_sums", ratio(timing, all, "spark_sums"));
    result.put("live_heap_mb", timing.liveHeap() >> 20);
    // A wrong answer would have ended the run.
    result.put("answers", "right");
    return result;
  }

  private static Double ratio(Timing timing, List<Timing> all, String alternative) {
    Function<Timing, List<Object>> place = t -> List.of(t.setting(), t.scenario());
    return all.stream()
        .filter(other -> other.wasRun() && other.alternative().id().equals(alternative))
        .filter(other -> place.apply(other).equals(place.apply(timing)))
        .findFirst()
        .map(timing::ratioTo)
        .orElse(null);
  }
}
