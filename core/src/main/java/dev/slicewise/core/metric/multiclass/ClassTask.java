package dev.slicewise.core.metric.multiclass;

/** What label and prediction are, where a row has one class. */
public enum ClassTask {
  /** A label of 0 or 1 and a score. */
  BINARY,
  /** The name of a class each. */
  MULTICLASS,
  /** A class, and an array with one score a class: the largest decides. */
  MULTICLASS_SCORES;

  /** What the parameter means. */
  public static final String DOC =
      "binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a"
          + " class and an array of scores, the largest decides";

  /** The same among all tasks. */
  public Task task() {
    return Task.valueOf(name());
  }
}
