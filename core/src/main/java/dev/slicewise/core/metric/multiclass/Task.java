package dev.slicewise.core.metric.multiclass;

/** What label and prediction are. */
public enum Task {
  /** A label of 0 or 1 and a score. */
  BINARY,
  /** The name of a class each. */
  MULTICLASS,
  /** A class, and an array with one score a class: the largest decides. */
  MULTICLASS_SCORES,
  /** An array of 0 and 1, one a label, and an array of as many scores. */
  MULTILABEL;

  /** What the parameter means. */
  public static final String DOC =
      "binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a"
          + " class and an array of scores, the largest decides; multilabel: an array of 0 and 1"
          + " and an array of scores";
}
