package dev.slicewise.jobs.drift;

/**
 * To what the rows of one state belong.
 *
 * @param window number of the window, in time; −1 when they belong to none
 * @param reference whether they belong to the reference
 */
record Period(int window, boolean reference) {
  /** Neither a window nor the reference. */
  static final int NONE = -1;
}
