package dev.slicewise.core.metric.multiclass;

/** How the values of classes become one; scikit-learn's {@code average}. */
public enum Average {
  /** One class, label 1, against the other; with several classes {@link #MACRO}. */
  BINARY,
  /** The value of the summed confusion tables. */
  MICRO,
  /** The mean over classes. */
  MACRO,
  /** The mean over classes, each as often as it is the label. */
  WEIGHTED,
  /** No one value: a point for each class. */
  NONE;

  /** What the parameter means. */
  public static final String DOC =
      "micro, macro, weighted or none (a point a class) for several classes; binary: label 1"
          + " against label 0, with another task macro";
}
