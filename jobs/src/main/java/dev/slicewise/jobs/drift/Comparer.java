package dev.slicewise.jobs.drift;

import dev.slicewise.core.compare.DriftColumn;
import dev.slicewise.core.compare.DriftFinding;
import dev.slicewise.core.compare.DriftQuestions;
import dev.slicewise.core.compare.ManyFindings;
import dev.slicewise.core.metric.drift.ColumnQuestion;
import dev.slicewise.core.metric.drift.DriftAnswer;
import dev.slicewise.core.metric.drift.DriftQuestion;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.jobs.drift.Finding.Comparison;
import dev.slicewise.jobs.store.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Asks all questions of all slices, slice by slice; holds the answers, not the states. */
final class Comparer {
  private final Sides sides;
  private final DriftQuestions questions;
  private final DatabricksTables tables;
  private final List<Finding> findings = new ArrayList<>();
  private final boolean emptyBaseline;

  Comparer(Sides sides, DriftQuestions questions, DatabricksTables tables) {
    this.sides = sides;
    this.questions = questions;
    this.tables = tables;
    this.emptyBaseline =
        sides.baseline() != null
            && sides.windows().stream().noneMatch(window -> window.overlaps(sides.baseline()));
  }

  /** All findings: comparisons apart, windows in time, slices in the order of the table. */
  List<Finding> findings() {
    for (Iterator<SliceHistory> slices = sides.histories(); slices.hasNext(); ) {
      compare(slices.next());
    }
    findings.sort(
        Comparator.comparing(Finding::comparison)
            .thenComparing(
                Finding::window, Comparator.nullsFirst(Comparator.comparing(Window::start))));
    return adjusted(findings);
  }

  private void compare(SliceHistory slice) {
    StateView reference = view(slice.reference());
    List<StateView> views = new ArrayList<>();
    for (int i = 0; i < sides.windows().size(); i++) {
      views.add(view(slice.windows().get(i)));
    }
    if (reference != null) {
      tables.profile(slice, sides.baseline(), true, reference);
    }
    for (int i = 0; i < views.size(); i++) {
      if (!sides.isCurrent(i)) {
        continue;
      }
      StateView current = views.get(i);
      if (current != null) {
        tables.profile(slice, sides.windows().get(i), false, current);
      }
      if (sides.hasReference() && (reference != null || current != null)) {
        String none = emptyBaseline ? "there is no reference: no row in the baseline" : null;
        compare(slice, Comparison.BASELINE, i, sides.baseline(), reference, current, none);
      }
      StateView before = i == 0 ? null : views.get(i - 1);
      if (sides.hasWindows() && (before != null || current != null)) {
        String none = i == 0 ? "there is no reference: no earlier window" : null;
        Window previous = i == 0 ? null : sides.windows().get(i - 1);
        compare(slice, Comparison.CONSECUTIVE, i, previous, before, current, none);
      }
    }
  }

  private static StateView view(SliceState state) {
    return state == null ? null : state.view();
  }

  /**
   * One slice in one window.
   *
   * @param none why there is no reference at all, not of this slice alone; null when there is one
   */
  private void compare(
      SliceHistory slice,
      Comparison comparison,
      int window,
      Window referenceWindow,
      StateView reference,
      StateView current,
      String none) {
    Window at = sides.windows().get(window);
    Map<DriftColumn, List<DriftAnswer>> answers = new HashMap<>();
    for (Map.Entry<DriftColumn, List<ColumnQuestion>> asked : questions.byColumn().entrySet()) {
      List<DriftAnswer> ofColumn = new ArrayList<>();
      for (ColumnQuestion question : asked.getValue()) {
        DriftAnswer answer = answer(question, reference, current, none);
        ofColumn.add(answer);
        add(slice, comparison, at, referenceWindow, asked.getKey().name(), question, answer);
      }
      answers.put(asked.getKey(), ofColumn);
    }
    for (DriftQuestion question : questions.ofMetrics()) {
      DriftAnswer answer = answer(question, reference, current, none);
      add(slice, comparison, at, referenceWindow, question.subject(), question, answer);
    }
    if (reference != null && current != null) {
      tables.drift(slice, comparison, at, referenceWindow, reference, current, answers);
    }
  }

  private static DriftAnswer answer(
      DriftQuestion question, StateView reference, StateView current, String none) {
    return none == null
        ? question.ask(reference, current)
        : DriftAnswer.undefined(none).counted(0, current == null ? 0 : question.usable(current));
  }

  private void add(
      SliceHistory slice,
      Comparison comparison,
      Window window,
      Window reference,
      String subject,
      DriftQuestion question,
      DriftAnswer answer) {
    findings.add(
        new Finding(
            comparison,
            window,
            reference,
            slice.definition(),
            slice.values(),
            new DriftFinding(subject, question, answer, null)));
  }

  /** p-values adjusted over slices and columns, for each comparison, window and method. */
  private List<Finding> adjusted(List<Finding> all) {
    List<ManyFindings.Look> looks = new ArrayList<>();
    for (Finding finding : all) {
      DriftAnswer answer = finding.answer();
      looks.add(
          new ManyFindings.Look(family(finding), answer.p(), answer.reference(), answer.current()));
    }
    List<Double> corrected = ManyFindings.adjusted(looks, questions.minRows());
    List<Finding> adjusted = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      adjusted.add(all.get(i).adjusted(corrected.get(i)));
    }
    return adjusted;
  }

  private static List<Object> family(Finding finding) {
    List<Object> family = new ArrayList<>();
    family.add(finding.comparison());
    family.add(finding.window());
    family.add(finding.question().method());
    family.add(finding.question().parameters());
    return family;
  }
}
