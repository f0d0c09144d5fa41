package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.findings.Comparison;
import dev.slicewise.jobs.findings.Drift;
import dev.slicewise.jobs.findings.Gate;
import dev.slicewise.jobs.findings.Verdict;
import dev.slicewise.jobs.findings.Verdict.Mood;
import dev.slicewise.jobs.findings.Window;
import dev.slicewise.jobs.findings.WorstSlice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the report says first: what happened, whether it is bad, where, and how sure that is. */
final class Verdicts {
  private static final int MOST_NAMES = 3;

  private final Results results;
  private final List<Statement> statements = new ArrayList<>();

  private Verdicts(Results results) {
    this.results = results;
  }

  /** The statements, the worst news first. */
  static List<Statement> of(Results results) {
    Verdicts verdicts = new Verdicts(results);
    verdicts.gates(results.content().findings().gates());
    ComparisonSection.of(results.content().findings().comparisons()).forEach(verdicts::comparison);
    verdicts.drift(results.content().findings().drifts());
    verdicts.worst(results.content().findings().worst());
    verdicts.slices();
    verdicts.rows();
    verdicts.statements.sort(Comparator.comparing(Statement::mood));
    return verdicts.statements;
  }

  static void write(Html html, Results results) {
    List<Statement> statements = of(results);
    if (statements.isEmpty()) {
      return;
    }
    html.open("section", "verdicts").attribute("aria-labelledby", "verdict");
    html.open("h2").attribute("id", "verdict").text("Verdict").close();
    html.open("ul");
    statements.forEach(statement -> statement.write(html));
    html.close().close();
  }

  private void say(Mood mood, String badge, Sentence headline, Sentence detail, String section) {
    statements.add(new Statement(mood, badge, headline, detail, section));
  }

  private void gates(List<Gate> gates) {
    if (gates.isEmpty()) {
      return;
    }
    long failing = count(gates, Mood.BAD);
    long open = count(gates, Mood.UNSURE);
    Mood mood = failing > 0 ? Mood.BAD : open > 0 ? Mood.UNSURE : Mood.GOOD;
    Sentence headline = new Sentence();
    if (failing > 0) {
      headline.say(Numbers.count(failing) + " of " + Numbers.count(gates.size()));
      headline.say(
          gates.size() == 1 ? " gate fails" : failing == 1 ? " gates fails" : " gates fail");
      headline.say(open > 0 ? ", " + Numbers.count(open) + " undecided" : "");
    } else if (open > 0) {
      headline.say(Numbers.count(open) + " of " + Numbers.count(gates.size()));
      headline.say(" gates undecided, none fails");
    } else {
      headline.say(gates.size() == 1 ? "The gate passes" : "All " + gates.size() + " gates pass");
    }
    Sentence detail = new Sentence();
    List<Gate> named = gates.stream().filter(gate -> gate.verdict().mood() == mood).toList();
    for (int i = 0; mood != Mood.GOOD && i < Math.min(named.size(), MOST_NAMES); i++) {
      Gate gate = named.get(i);
      detail.say(i > 0 ? "; " : "").name(gate.name()).say(" on ").slice(gate.slice());
      detail.say(": " + Numbers.estimate(gate.value(), gate.interval()));
      detail.say(gate.threshold() == null ? "" : ", threshold " + Numbers.plain(gate.threshold()));
    }
    detail.say(mood != Mood.GOOD && named.size() > MOST_NAMES ? "; …" : "");
    String badge = mood == Mood.BAD ? "fail" : mood == Mood.UNSURE ? "undecided" : "pass";
    say(mood, badge, headline, detail, GateSection.ID);
  }

  private static long count(List<Gate> gates, Mood mood) {
    return gates.stream().filter(gate -> gate.verdict().mood() == mood).count();
  }

  private void comparison(ComparisonSection pair) {
    NamedMetric metric = pair.primary();
    Comparison all = pair.all(metric);
    List<Comparison> slices = pair.slices(metric);
    long worse = slices.stream().filter(row -> row.verdict() == Verdict.WORSE).count();
    Sentence headline = new Sentence().name(pair.model());
    if (all == null) {
      headline.say(" against ").name(pair.baseline()).say(", slice by slice");
    } else {
      headline.say(
          switch (all.verdict()) {
            case BETTER -> " is better than ";
            case WORSE -> " is worse than ";
            case NON_INFERIOR -> " is not inferior to ";
            case EQUIVALENT -> " is equivalent to ";
            default -> " may be better or worse than ";
          });
      headline.name(pair.baseline()).say(" by " + metric.id());
    }
    Sentence detail = new Sentence();
    if (all != null && all.delta() != null) {
      int decimals = Numbers.decimals(all.delta(), all.interval());
      detail.say("Difference " + Numbers.signed(all.delta(), decimals));
      if (all.interval() != null) {
        detail.say(" (" + Numbers.range(all.interval(), decimals) + ")");
      }
      detail.say(" on " + Numbers.count(all.n()) + " rows. ");
    }
    if (!slices.isEmpty()) {
      detail.say(worse == 0 ? "Worse in none" : "Worse in " + Numbers.count(worse));
      detail.say(" of " + SliceSection.slices(slices.size()));
      slices.stream()
          .filter(row -> row.verdict() == Verdict.WORSE && row.delta() != null)
          .max(Comparator.comparing(row -> Math.abs(row.delta())))
          .ifPresent(row -> detail.say(", most in ").slice(row.slice()));
      detail.say(".");
    }
    Mood overall = all == null ? Mood.NONE : all.verdict().mood();
    boolean mixed = overall == Mood.GOOD && worse > 0;
    String badge = all == null ? "compared" : mixed ? "mixed" : all.verdict().words();
    say(mixed ? Mood.UNSURE : overall, badge, headline, detail, pair.id());
  }

  private void drift(List<Drift> drifts) {
    List<Drift> latest = Drifts.latest(drifts);
    if (latest.isEmpty()) {
      return;
    }
    Set<String> columns = new LinkedHashSet<>();
    Set<String> moved = new LinkedHashSet<>();
    Set<String> open = new LinkedHashSet<>();
    for (Drift drift : latest) {
      columns.add(drift.column());
      if (drift.verdict() == Verdict.DRIFT) {
        moved.add(drift.column());
      } else if (drift.verdict().mood() == Mood.UNSURE) {
        open.add(drift.column());
      }
    }
    open.removeAll(moved);
    Window window = latest.get(0).window();
    String of = " of " + columns.size() + (columns.size() == 1 ? " column" : " columns");
    Sentence headline = new Sentence();
    headline.say(moved.isEmpty() ? "No drift in" : moved.size() + of + " drifted");
    headline.say(moved.isEmpty() ? of.substring(3) : "");
    headline.say(window.isNone() ? "" : " in " + window.label());
    headline.say(open.isEmpty() ? "" : ", " + open.size() + " undecided");
    Sentence detail = new Sentence();
    int named = 0;
    for (Drift drift : latest) {
      if (drift.verdict() == Verdict.DRIFT && named < MOST_NAMES && moved.remove(drift.column())) {
        detail.say(named > 0 ? "; " : "").name(drift.column());
        detail.say(": " + drift.method().id() + " " + Numbers.value(drift.value()));
        detail.say(
            drift.threshold() == null ? "" : ", threshold " + Numbers.plain(drift.threshold()));
        named++;
      }
    }
    detail.say(moved.isEmpty() ? "" : "; …");
    Mood mood = named > 0 ? Mood.BAD : open.isEmpty() ? Mood.GOOD : Mood.UNSURE;
    String badge = named > 0 ? "drift" : open.isEmpty() ? "no drift" : "undecided";
    say(mood, badge, headline, detail, Drifts.ID);
  }

  private void worst(List<WorstSlice> worst) {
    if (worst.isEmpty()) {
      return;
    }
    WorstSlice first = worst.get(0);
    Sentence headline = new Sentence().say("Worst by " + first.metric().id() + ": ");
    headline.slice(first.slice());
    Sentence detail = new Sentence();
    detail.say(Numbers.value(first.value()) + " against " + Numbers.value(first.complement()));
    detail.say(" elsewhere");
    if (first.difference() != null && first.interval() != null) {
      detail.say(", difference " + Numbers.estimate(first.difference(), first.interval()));
    }
    detail.say(first.share() == null ? "" : "; " + Numbers.share(first.share()) + " of the rows");
    say(Mood.NONE, "where", headline, detail.say("."), WorstSection.ID);
  }

  private void slices() {
    if (!results.yardstick().judges() || !results.content().findings().worst().isEmpty()) {
      return;
    }
    long worse = 0;
    long judged = 0;
    Sentence where = new Sentence();
    for (int i = 0; i < results.digests().size(); i++) {
      SliceSpec spec = results.input().definitions().get(i);
      Digest digest = results.digests().get(i);
      long found = spec.equals(SliceSpec.ALL) ? 0 : digest.count(Standing.WORSE);
      judged += spec.equals(SliceSpec.ALL) ? 0 : digest.judged();
      worse += found;
      if (found > 0) {
        where.say(where.isEmpty() ? "" : ", ").say(Numbers.count(found) + " by ");
        where.name(String.join(" × ", spec.names()));
      }
    }
    if (judged > 0) {
      String of = SliceSection.slices(judged);
      Sentence headline = new Sentence().say(worse == 0 ? "None" : Numbers.count(worse));
      headline.say(" of " + of + (worse > 1 ? " are" : " is") + " surely worse than all rows by ");
      headline.say(results.input().metrics().get(results.primary()).id());
      Mood mood = worse > 0 ? Mood.NONE : Mood.GOOD;
      say(mood, "where", headline, where, "glance");
    }
  }

  private void rows() {
    MetricResult lead = results.all() == null ? null : results.all(Math.max(0, results.primary()));
    Map<String, Long> counters = lead == null ? Map.of() : lead.counters();
    long read = counters.getOrDefault("n_rows", 0L);
    long used = counters.getOrDefault("n_used", read);
    if (used < read) {
      Sentence headline = new Sentence().say(Numbers.count(read - used));
      headline.say(" of " + Numbers.count(read) + " rows could not be used (");
      headline.say(Numbers.share(read - used, read) + ")");
      say(Mood.NONE, "rows", headline, new Sentence(), RowCounts.ID);
    }
  }
}
