package dev.slicewise.jobs.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.jobs.failure.JobException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {
  @TempDir private Path folder;

  private ResultDirectory directory(String file, String content) throws IOException {
    Files.writeString(folder.resolve("run.json"), "{\"run_id\": \"r\", \"command\": \"drift\"}");
    if (file != null) {
      Files.writeString(folder.resolve(file), content);
    }
    return ResultDirectory.open(folder.toString(), new Configuration());
  }

  private Findings read(String file, String content) throws IOException {
    return Findings.read(List.of(directory(file, content)));
  }

  @Test
  void missingFilesAreNoFindings() throws IOException {
    assertThat(Findings.read(List.of(directory(null, null)))).isEqualTo(Findings.NONE);
  }

  @Test
  void readsAGate() throws IOException {
    Gate gate =
        read(
                "gates.json",
                """
                [{"gate": "tail", "metric": "huber", "params": {"delta": 2.5}, "slices": ["a", "b"],
                  "slice": {"b": null, "a": 7}, "condition": "huber <= 3", "value": "Infinity",
                  "ci_low": 1, "ci_high": null, "threshold": 3, "n": 40, "rows_needed": 99,
                  "verdict": "inconclusive", "reason": "few rows", "later": [1]}]
                """)
            .gates()
            .get(0);
    assertThat(gate.metric().text()).isEqualTo("huber(delta=2.5)");
    assertThat(gate.slice()).isEqualTo(new SliceLabel(List.of("a", "b"), Arrays.asList(7L, null)));
    assertThat(gate.value()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(gate.interval()).isEqualTo(new Interval(1.0, null, null, ""));
    assertThat(gate.rowsNeeded()).isEqualTo(99);
    assertThat(gate.reference()).isNull();
    assertThat(gate.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void readsDriftAndDistributions() throws IOException {
    Drift drift =
        read(
                "drift.json",
                """
                [{"comparison": "CONSECUTIVE", "window_start": "2013-07-01T00:00:00Z",
                  "window_end": "2013-08-01T00:00:00Z", "slices": [], "slice": {}, "column": "x",
                  "method": "psi", "params": {}, "value": 0.3, "threshold": 0.2,
                  "direction": "above", "verdict": "drift", "n_reference": 5, "n_current": 6}]
                """)
            .drifts()
            .get(0);
    assertThat(drift.window().label()).isEqualTo("2013-07");
    assertThat(drift.slice()).isEqualTo(SliceLabel.ALL);
    assertThat(drift.verdict()).isEqualTo(Verdict.DRIFT);
    Distribution distribution =
        read(
                "distributions.json",
                """
                [{"column": "x", "kind": "numbers", "bins": [{"label": null, "low": null,
                  "high": 2, "reference_share": 0.25, "current_share": 1}]}]
                """)
            .distributions()
            .get(0);
    assertThat(distribution.numbers()).isTrue();
    assertThat(distribution.bins())
        .containsExactly(new Distribution.Bin(null, null, 2.0, 0.25, 1.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [                                    | cannot read gates.json in
          {}                                   | expected an array in gates.json in
          [3]                                  | expected an object in gates.json in
          [{"gate": 1}]                        | expected a text in 'metric' of object 1 of gates.json in
          [{"gate": "g", "metric": "m", "value": "much"}] | expected a number in 'value' of object 1
          [{"gate": "g", "metric": "m", "n": -1}] | expected a count in 'n' of object 1
          [{"gate": "g", "metric": "m", "verdict": "fine"}] | expected one of fail, drift, worse
          [{"gate": "g", "metric": "m", "slices": ["a"]}] | expected a list of names, and an object
          """)
  void whatDoesNotFitIsASentenceThatNamesTheFile(String content, String sentence)
      throws IOException {
    ResultDirectory directory = directory("gates.json", content);
    assertThatThrownBy(() -> Findings.read(List.of(directory)))
        .isInstanceOf(JobException.class)
        .hasMessageContaining(sentence)
        .hasMessageContaining("gates.json")
        .hasMessageEndingWith(".")
        .hasMessageMatching("[^\\n]*");
  }

  @Test
  void aDirectoryWithoutARecordIsNone() {
    assertThatThrownBy(() -> ResultDirectory.open(folder.toString(), new Configuration()))
        .hasMessageContaining("found no run.json in " + folder);
    String nowhere = folder.resolve("nowhere").toString();
    assertThatThrownBy(() -> ResultDirectory.open(nowhere, new Configuration()))
        .hasMessageContaining("found nothing at " + nowhere);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "2013-01-01T00:00:00Z, 2014-01-01T00:00:00Z, 2013",
        "2013-12-01T00:00:00Z, 2014-01-01T00:00:00Z, 2013-12",
        "2013-02-28, 2013-03-01, 2013-02-28",
        "2013-02-25, 2013-03-04, 2013-02-25 – 2013-03-03",
        "2013-07-01T02:00:00+02:00, 2013-08-01T00:00:00Z, 2013-07",
        "2013-07-01T06:00:00Z, 2013-07-01T07:00:00Z, 2013-07-01T06:00:00Z – 2013-07-01T07:00:00Z",
        "yesterday, today, yesterday – today",
        "null, 2013-08-01, … – 2013-08-01",
        "null, null, all"
      })
  void windowsReadAsPeopleSayThem(String start, String end, String label) {
    assertThat(new Window(start, end).label()).isEqualTo(label);
  }
}
