package dev.slicewise.jobs.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code run.json}: what a run did, enough to judge it and to repeat it. Written last, so that a
 * directory with it is complete.
 */
public final class RunJson {
  private static final Pattern SECRET = Pattern.compile("(?i)secret|password|token|credential");

  private final Instant started = Instant.now();
  private final Map<String, Object> run = new LinkedHashMap<>();
  private final Map<String, Object> sections = new LinkedHashMap<>();

  /** The record of a run that starts now. */
  public RunJson(String command, String runId) {
    run.put("run_id", runId);
    run.put("command", command);
    run.put("status", "complete");
  }

  /** What came of it, and what the process will return. */
  public RunJson verdict(String verdict, int exitCode) {
    run.put("verdict", verdict);
    run.put("exit_code", exitCode);
    return this;
  }

  /** A section of its own: maps, lists, text, numbers, truth values or null. */
  public RunJson put(String section, Object content) {
    sections.put(section, content);
    return this;
  }

  /** All of it so far, with versions and timings. */
  public Map<String, Object> content() {
    Map<String, Object> all = new LinkedHashMap<>(run);
    all.putAll(sections);
    all.put("versions", Versions.all());
    Instant finished = Instant.now();
    Map<String, Object> timings = new LinkedHashMap<>();
    timings.put("started_at", started.toString());
    timings.put("finished_at", finished.toString());
    timings.put("seconds", Duration.between(started, finished).toMillis() / 1000.0);
    all.put("timings", timings);
    return all;
  }

  /** Writes the file. */
  public void write(OutputDirectory output) throws IOException {
    write(output, content());
  }

  /** Writes the content of a record to the file. */
  public static void write(OutputDirectory output, Map<String, Object> content) throws IOException {
    try (Writer out = output.text(OutputTarget.RECORD)) {
      JsonGenerator json = Json.indented(out);
      Json.write(json, content);
      json.writeRaw('\n');
      json.close();
    }
  }

  /** Properties as they may be shown: the values of those whose names hint at a secret are not. */
  public static Map<String, String> redacted(Map<String, String> properties) {
    Map<String, String> shown = new LinkedHashMap<>();
    properties.forEach(
        (name, value) -> shown.put(name, SECRET.matcher(name).find() ? "(redacted)" : value));
    return shown;
  }
}
