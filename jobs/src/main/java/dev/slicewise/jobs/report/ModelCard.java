package dev.slicewise.jobs.report;

import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.findings.Comparison;
import dev.slicewise.jobs.findings.Drift;
import dev.slicewise.jobs.findings.Findings;
import dev.slicewise.jobs.findings.Gate;
import dev.slicewise.jobs.findings.MetricsFile;
import dev.slicewise.jobs.findings.SliceLabel;
import dev.slicewise.jobs.findings.Verdict;
import dev.slicewise.jobs.findings.Window;
import dev.slicewise.jobs.findings.WorstSlice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a report as a model card in Markdown: what a reader of a repository needs to know. */
public final class ModelCard {
  /** Slices of a definition that are listed: the worst. */
  private static final int MOST_SLICES = 10;

  private static final int MOST_LINES = 40;

  private final Results results;
  private final Markdown card;

  private ModelCard(Results results, Writer out) {
    this.results = results;
    this.card = new Markdown(out);
  }

  /** Writes the card; the writer stays open. */
  public static void write(Writer out, ReportContent content) throws IOException {
    try {
      new ModelCard(Results.gather(content), out).write();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write() {
    ReportInput input = results.input();
    card.line("# " + Markdown.text(input.title())).line("");
    input.facts().forEach(fact -> card.line("- " + Markdown.text(fact)));
    interval();
    verdicts();
    metrics();
    slices();
    Findings findings = results.content().findings();
    gates(findings.gates());
    comparisons(findings.comparisons());
    drifts(Drifts.latest(findings.drifts()));
    worst(findings.worst());
    rows();
    new CardClosing(results, card).write();
  }

  /** From when to when the data is, where that is known. */
  private void interval() {
    List<Window> windows = results.content().series().windows();
    if (!windows.isEmpty() && !windows.get(0).isNone()) {
      Window first = windows.get(0);
      Window last = windows.get(windows.size() - 1);
      card.line("- data: " + Markdown.text(new Window(first.start(), last.end()).label()));
    }
  }

  private void verdicts() {
    List<Statement> statements = Verdicts.of(results);
    if (!statements.isEmpty()) {
      card.heading("Verdict");
      for (Statement statement : statements) {
        String detail = statement.detail().isEmpty() ? "" : " " + Markdown.text(statement.detail());
        String headline = Markdown.text(statement.headline());
        card.line("- **" + statement.badge() + "**: " + headline + "." + detail);
      }
    }
  }

  private void metrics() {
    if (results.all() == null) {
      return;
    }
    card.heading("Metrics of all rows")
        .head(1, List.of("Metric", "Value", "Interval", "n", "Good is"));
    for (int metric : results.numbers()) {
      MetricResult result = results.all(metric);
      Double value = SeriesPlot.value(result);
      int decimals = value == null ? 0 : Numbers.decimals(value, result.interval());
      card.row(
          List.of(
              Markdown.text(result.metric().text()),
              value == null ? "undefined" : Numbers.text(value, decimals),
              result.interval() == null ? "–" : Numbers.range(result.interval(), decimals),
              Numbers.count(result.rows()),
              results.words().get(metric).betterText().replace(" is better", "")));
    }
  }

  private void slices() {
    if (results.primary() < 0) {
      return;
    }
    String metric = results.input().metrics().get(results.primary()).text();
    for (int i = 0; i < results.digests().size(); i++) {
      SliceSpec spec = results.input().definitions().get(i);
      List<KeptSlice> worst = results.digests().get(i).worst();
      if (spec.equals(SliceSpec.ALL) || worst.isEmpty()) {
        continue;
      }
      List<KeptSlice> shown = worst.subList(0, Math.min(MOST_SLICES, worst.size()));
      card.heading("By " + Markdown.text(String.join(" × ", spec.names())));
      String count = Numbers.count(results.digests().get(i).slices());
      card.line(shown.size() + " of " + count + " slices, worst first.").line("");
      card.head(1, List.of("Slice", Markdown.text(metric), "n", "Against all rows"));
      for (KeptSlice slice : shown) {
        MetricResult result = slice.metrics().get(results.primary());
        Standing standing = results.yardstick().standing(result);
        boolean marked = standing == Standing.WORSE || standing == Standing.BETTER;
        card.row(
            List.of(
                Markdown.text(label(slice)),
                Numbers.estimate(SeriesPlot.value(result), result.interval()),
                Numbers.count(result.rows()),
                marked ? standing.word() : "–"));
      }
    }
  }

  private static String label(KeptSlice slice) {
    List<String> values = new ArrayList<>();
    slice.values().forEach(value -> values.add(SliceWords.value(value)));
    return String.join(" · ", values);
  }

  private static String label(SliceLabel slice) {
    return Markdown.text(new Sentence().slice(slice));
  }

  private void gates(List<Gate> gates) {
    if (gates.isEmpty()) {
      return;
    }
    card.heading("Gates").head(4, List.of("Verdict", "Gate", "Condition", "Slice", "Value", "n"));
    List<Gate> sorted = new ArrayList<>(gates);
    sorted.sort(Comparator.comparing(gate -> gate.verdict().mood()));
    for (Gate gate : sorted.subList(0, Math.min(MOST_LINES, sorted.size()))) {
      card.row(
          List.of(
              gate.verdict().words(),
              name(gate.name()),
              name(gate.condition() == null ? "" : gate.condition()),
              label(gate.slice()),
              Numbers.estimate(gate.value(), gate.interval()),
              Numbers.count(gate.n())));
    }
    more(sorted.size());
  }

  private void comparisons(List<Comparison> comparisons) {
    List<Comparison> shown =
        comparisons.stream()
            .filter(c -> c.slice().isAll() || c.verdict() == Verdict.WORSE)
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    card.heading("Comparison");
    card.line("All rows, and slices where a model is worse.").line("");
    card.head(4, List.of("Verdict", "Models", "Slice", "Metric", "Difference", "n"));
    for (Comparison c : shown.subList(0, Math.min(MOST_LINES, shown.size()))) {
      card.row(
          List.of(
              c.verdict().words(),
              name(c.model()) + " against " + name(c.baseline()),
              label(c.slice()),
              name(c.metric().text()),
              Numbers.estimate(c.delta(), c.interval()),
              Numbers.count(c.n())));
    }
    more(shown.size());
  }

  private void drifts(List<Drift> drifts) {
    if (drifts.isEmpty()) {
      return;
    }
    card.heading("Drift in " + Markdown.text(drifts.get(0).window().label()));
    card.head(3, List.of("Verdict", "Column", "Drift if", "Value", "n"));
    List<Drift> sorted = new ArrayList<>(drifts);
    sorted.sort(Comparator.comparing(drift -> drift.verdict().mood()));
    for (Drift drift : sorted.subList(0, Math.min(MOST_LINES, sorted.size()))) {
      card.row(
          List.of(
              drift.verdict().words(),
              name(drift.column()),
              Markdown.text(Drifts.rule(drift)),
              Numbers.value(drift.value()),
              Numbers.count(drift.nCurrent())));
    }
    more(sorted.size());
  }

  private void worst(List<WorstSlice> worst) {
    if (worst.isEmpty()) {
      return;
    }
    card.heading("Worst slices")
        .head(2, List.of("Slice", "Metric", "Value", "Others", "Difference", "n"));
    for (WorstSlice slice : worst.subList(0, Math.min(MOST_SLICES, worst.size()))) {
      card.row(
          List.of(
              label(slice.slice()),
              name(MetricsFile.known(slice.metric()).text()),
              Numbers.value(slice.value()),
              Numbers.value(slice.complement()),
              Numbers.estimate(slice.difference(), slice.interval()),
              Numbers.count(slice.n())));
    }
  }

  private void rows() {
    if (results.all() == null || results.primary() < 0) {
      return;
    }
    Map<String, Long> counters = new TreeMap<>(results.all(results.primary()).counters());
    if (!counters.isEmpty()) {
      card.heading("Rows").head(1, List.of("Rows", "Count"));
      counters.forEach(
          (name, count) ->
              card.row(List.of(Markdown.text(RowCounts.words(name)), Numbers.count(count))));
    }
  }

  private void more(int lines) {
    if (lines > MOST_LINES) {
      card.line("").line((lines - MOST_LINES) + " more lines are in the run's JSON files.");
    }
  }

  private static String name(String name) {
    return Markdown.text(VisibleText.cut(VisibleText.of(name), Definitions.NAME_CHARACTERS));
  }
}
