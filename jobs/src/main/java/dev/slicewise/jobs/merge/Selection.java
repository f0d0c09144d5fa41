package dev.slicewise.jobs.merge;

import dev.slicewise.core.text.Nearest;
import dev.slicewise.jobs.config.TimeText;
import dev.slicewise.jobs.console.DisplayText;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.store.Publication;
import dev.slicewise.jobs.store.Window;
import dev.slicewise.jobs.store.WindowUnit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The publications of one model that are merged: windows apart from one another, in order.
 *
 * @param model whose
 * @param publications at least one
 * @param window from the first one's start to the last one's end; null for one without a window
 * @param gaps where there is none in between, or missing from a window that is made
 */
record Selection(String model, List<Publication> publications, Window window, List<Window> gaps) {

  /** Selects from what a table has. */
  static List<Selection> of(List<Publication> all, Question question, ZoneId zone) {
    List<String> known = all.stream().map(Publication::model).distinct().toList();
    if (question.models().isEmpty() && known.size() > 1) {
      throw JobException.usage(
          "expected --model to say whose states to merge, found none; the table has "
              + names(known)
              + ".");
    }
    List<Selection> selections = new ArrayList<>();
    for (String model : question.models().isEmpty() ? known : question.models()) {
      if (!known.contains(model)) {
        throw JobException.usage(
            "expected --model to be one of "
                + names(known)
                + ", found '"
                + DisplayText.visible(model)
                + "'."
                + Nearest.hint(model, known));
      }
      List<Publication> own = all.stream().filter(one -> one.model().equals(model)).toList();
      selections.add(of(model, own, question, zone));
    }
    return selections;
  }

  private static String names(List<String> models) {
    return models.stream()
        .map(name -> "'" + DisplayText.visible(name) + "'")
        .collect(Collectors.joining(", "));
  }

  private static Selection of(String model, List<Publication> own, Question question, ZoneId zone) {
    Instant from =
        question.from() == null ? null : TimeText.instant("--from", question.from(), zone);
    Instant to = question.to() == null ? null : TimeText.instant("--to", question.to(), zone);
    List<Publication> chosen = new ArrayList<>();
    for (Publication one : own) {
      boolean planned = question.plan() == null || question.plan().equals(one.fingerprint());
      if (planned && within(one, from, to)) {
        chosen.add(one);
      }
    }
    if (chosen.isEmpty()) {
      throw JobException.usage(
          "expected states of model "
              + DisplayText.visible(model)
              + (question.plan() == null ? "" : " and plan " + question.plan())
              + (from == null ? "" : " from " + from)
              + (to == null ? "" : " to " + to)
              + ", found none; the table has "
              + own.stream()
                  .map(one -> one.window() + " (plan " + one.fingerprint() + ")")
                  .collect(Collectors.joining(", "))
              + ".");
    }
    refuseMixture(chosen);
    Instant start = from == null ? chosen.get(0).windowStart() : from;
    Instant end = to == null ? chosen.get(chosen.size() - 1).windowEnd() : to;
    if (start == null) {
      refuseWithoutWindow(chosen, question.unit());
      return new Selection(model, List.copyOf(chosen), null, List.of());
    }
    if (question.unit() != null) {
      refuseUnaligned(chosen, question.unit(), zone);
      start = question.unit().around(start, zone).start();
      end = question.unit().around(end.minusNanos(1), zone).end();
    }
    return new Selection(
        model, List.copyOf(chosen), new Window(start, end), gaps(chosen, start, end));
  }

  private static boolean within(Publication one, Instant from, Instant to) {
    if (from == null && to == null) {
      return true;
    }
    if (one.windowStart() == null) {
      return false;
    }
    boolean starts = from == null || !one.windowStart().isBefore(from);
    boolean ends = to == null || !one.windowEnd().isAfter(to);
    boolean apart =
        (from != null && !one.windowEnd().isAfter(from))
            || (to != null && !one.windowStart().isBefore(to));
    if (!apart && !(starts && ends)) {
      throw JobException.usage(
          "expected --from and --to between windows, found them inside "
              + one.window()
              + "; states cannot be divided.");
    }
    return !apart;
  }

  /** A row of two overlapping windows would count twice, and nobody could tell. */
  private static void refuseMixture(List<Publication> chosen) {
    for (int i = 1; i < chosen.size(); i++) {
      Publication before = chosen.get(i - 1);
      Publication next = chosen.get(i);
      if (!before.fingerprint().equals(next.fingerprint())) {
        // The same window under another plan is told in words by whoever has the states.
        continue;
      }
      if (before.windowStart() == null) {
        throw JobException.usage(
            "expected states of windows, found some of model "
                + DisplayText.visible(next.model())
                + " without a window beside them, which may be of the same rows; say which windows"
                + " with --from and --to.");
      }
      if (before.windowEnd().isAfter(next.windowStart())) {
        throw JobException.usage(
            "expected windows that do not overlap, found "
                + before.window()
                + " (run "
                + before.runId()
                + ") and "
                + next.window()
                + " (run "
                + next.runId()
                + ") of model "
                + DisplayText.visible(next.model())
                + "; rows of both would count twice, so say which with --from and --to.");
      }
    }
  }

  private static void refuseWithoutWindow(List<Publication> chosen, WindowUnit unit) {
    if (unit != null) {
      throw JobException.usage(
          "expected states of windows for --window "
              + unit.text()
              + ", found those of run "
              + chosen.get(0).runId()
              + " without one.");
    }
  }

  private static void refuseUnaligned(List<Publication> chosen, WindowUnit unit, ZoneId zone) {
    for (Publication one : chosen) {
      Window window = new Window(one.windowStart(), one.windowEnd());
      if (!unit.around(window.start(), zone).contains(window)) {
        throw JobException.usage(
            "expected windows that lie within one "
                + unit.text()
                + " each, found "
                + window
                + ", which does not by the clock of "
                + zone
                + " (spark.sql.session.timeZone); choose another --window.");
      }
    }
  }

  private static List<Window> gaps(List<Publication> chosen, Instant start, Instant end) {
    List<Window> gaps = new ArrayList<>();
    Instant covered = start;
    for (Publication one : chosen) {
      if (covered.isBefore(one.windowStart())) {
        gaps.add(new Window(covered, one.windowStart()));
      }
      covered = one.windowEnd();
    }
    if (covered.isBefore(end)) {
      gaps.add(new Window(covered, end));
    }
    return gaps;
  }
}
