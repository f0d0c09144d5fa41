package dev.slicewise.core.metric.multiclass;

/** What label and prediction are, where scores are ranked. */
public enum ScoreTask {
  /** A label of 0 or 1 and a score. */
  BINARY,
  /** A class, and an array with one score a class: each class against the rest. */
  MULTICLASS,
  /** An array of 0 and 1, one a label, and an array of as many scores. */
  MULTILABEL;

  /** What the parameter means. */
  public static final String DOC =
      "binary: label 0 or 1 and a score; multiclass: a class and an array of scores, each class"
          + " against the rest; multilabel: an array of 0 and 1 and an array of scores";
}
