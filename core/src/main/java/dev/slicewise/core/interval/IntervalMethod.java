package dev.slicewise.core.interval;

import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Model;
import java.util.List;
import java.util.Optional;

/** How a metric's confidence interval follows from states, in closed form. */
public interface IntervalMethod {
  /** No closed form. */
  IntervalMethod NONE =
      new IntervalMethod() {
        @Override
        public List<Statistic<?>> needs() {
          return List.of();
        }

        @Override
        public Optional<Interval> interval(StateView states, double confidence) {
          return Optional.empty();
        }
      };

  /** The method in words, for the reference. */
  default String description() {
    return "in closed form";
  }

  /** What must be remembered beyond what the value needs. */
  List<Statistic<?>> needs();

  /**
   * The interval, or nothing where it is undefined (one row, no spread in what it divides by).
   *
   * @param confidence in (0, 1), such as 0.95
   */
  Optional<Interval> interval(StateView states, double confidence);

  /**
   * The same for the difference of two models on the same rows, first − second; nothing where there
   * is no closed form.
   */
  default Optional<PairedMethod> paired(Model first, Model second) {
    return Optional.empty();
  }
}
