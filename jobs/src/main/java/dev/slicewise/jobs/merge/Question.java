package dev.slicewise.jobs.merge;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.store.WindowUnit;
import java.util.List;

/**
 * What shall be merged, and to what.
 *
 * @param models whose states; none for the only one's
 * @param plan fingerprint of the states' plan, or null
 * @param from where the first window starts, or null
 * @param to where the last one ends, or null
 * @param unit of the windows to make; null for one window
 * @param slices the definitions to make; none for the stored ones
 * @param metrics to report; none for those evaluated
 * @param finish how states become results
 */
record Question(
    List<String> models,
    String plan,
    String from,
    String to,
    WindowUnit unit,
    List<SliceSpec> slices,
    List<NamedMetric> metrics,
    Finish finish) {}
