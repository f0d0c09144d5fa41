package dev.slicewise.core.term;

/** What {@link PointLoop} makes copies of; not used itself. */
final class PointLoopTemplate implements PointLoop {
  @Override
  public void fill(PointLoss loss, double[] label, double[] prediction, int rows, double[] out) {
    for (int i = 0; i < rows; i++) {
      out[i] = loss.value(label[i], prediction[i]);
    }
  }
}
