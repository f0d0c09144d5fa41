package dev.slicewise.jobs.compare;

import java.util.List;

/**
 * What a comparison found.
 *
 * @param lines what was asked, slice by slice
 * @param parts comparisons of a loss and of what it consists of
 * @param windows mean losses of slices by time, the last dimension, in its order
 */
record CompareResult(List<Line> lines, List<Line> parts, List<Line> windows) {}
