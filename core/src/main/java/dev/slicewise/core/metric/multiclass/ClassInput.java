package dev.slicewise.core.metric.multiclass;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.CategoryPairs;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.PerClass;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Category;
import dev.slicewise.core.term.ClassLabel;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.ClassTerm;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;

/**
 * Where the classes of label and prediction come from.
 *
 * @param task how they are given; not binary
 * @param classes names of array positions, {@code a;b;c}, or empty
 * @param threshold at which a label of several is predicted
 */
public record ClassInput(Task task, String classes, double threshold) {
  /** What the parameter that fixes the classes means. */
  public static final String LABELS =
      "the classes to average over, a;b;c; empty: those that label or prediction have in the slice";

  /** What a confusion map says that does not know all its classes. */
  static final MetricValue TRUNCATED =
      MetricValue.undefined("more than " + ClassNames.MOST + " classes");

  /** Refuses names that cannot be read. */
  public ClassInput {
    ClassNames.parse(classes);
  }

  Domain domain() {
    if (task == Task.MULTILABEL) {
      return MultilabelRows.DOMAIN;
    }
    if (task == Task.MULTICLASS_SCORES) {
      return new ClassLabel(classes).scores();
    }
    Role label = Role.LABEL.as(Shape.TEXT);
    Role prediction = Role.PREDICTION.as(Shape.TEXT);
    return Domain.of(label, prediction)
        .where(new Category.ShortText(label))
        .where(new Category.ShortText(prediction));
  }

  private Category label() {
    return task == Task.MULTICLASS
        ? new Category.Named(domain(), Role.LABEL.as(Shape.TEXT))
        : new Category.Position(domain(), classes);
  }

  private Category prediction() {
    return task == Task.MULTICLASS
        ? new Category.Named(domain(), Role.PREDICTION.as(Shape.TEXT))
        : new Category.Largest(domain(), ClassLabel.ARRAY, classes);
  }

  CategoryPairs pairs() {
    return CategoryPairs.of(label(), prediction());
  }

  private PerClass<CellCounts.State> perLabel() {
    return PerClass.of(
        PerClass.CELLS,
        new ClassTerm.Elements(domain(), MultilabelRows.LABEL),
        new ClassTerm.AtLeast(domain(), ClassLabel.ARRAY, threshold));
  }

  Statistic<?> statistic() {
    return task == Task.MULTILABEL ? perLabel() : pairs();
  }

  /** The confusion of the classes, or null where there are too many. */
  ClassTable table(StateView states) {
    if (task == Task.MULTILABEL) {
      return ClassTable.of(states.state(perLabel()).classes(), ClassNames.parse(classes));
    }
    return states.state(pairs()).truncated() ? null : ClassTable.of(states.state(pairs()));
  }

  /** The rows that were decided rightly as a whole, in cell 1. */
  CellCounts right() {
    return CellCounts.of(
        task == Task.MULTILABEL
            ? new MultilabelRows.AllRight(threshold)
            : new Category.Agreement(label(), prediction()));
  }
}
