package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Loss;
import java.util.List;

/** The losses. One line each. */
public final class Losses {
  /** All of them. */
  public static final List<Loss> ALL =
      List.of(
          new LogLoss(),
          new WeightedLogLoss(),
          new BinaryFocal(),
          new Hinge(),
          new SquaredHinge(),
          new Brier());

  private Losses() {}
}
