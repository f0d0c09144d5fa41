package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Loss;
import java.util.List;

/** The losses. One line each. */
public final class Losses {
  /** All of them. */
  public static final List<Loss> ALL =
      List.of(
          new AbsoluteError(),
          new AbsolutePercentageError(),
          new AsymmetricLinear(),
          new BinaryFocal(),
          new BradleyTerry(),
          new Brier(),
          new BrierMulticlass(),
          new CategoricalCrossEntropy(),
          new CategoricalFocal(),
          new CrpsGaussian(),
          new CrpsQuantiles(),
          new DistillationKl(),
          new Dpo(),
          new EpsilonInsensitive(),
          new Expectile(),
          new GammaDeviance(),
          new GaussianNll(),
          new Hinge(),
          new Huber(),
          new JensenShannonDivergence(),
          new KlDivergence(),
          new LaplaceNll(),
          new Linex(),
          new LogCosh(),
          new LogLoss(),
          new MultiTaskSum(),
          new PoissonDeviance(),
          new PoissonNll(),
          new PseudoHuber(),
          new Quantile(),
          new RouterZLoss(),
          new SmoothL1(),
          new SquaredEpsilonInsensitive(),
          new SquaredError(),
          new SquaredHinge(),
          new SquaredLogError(),
          new SymmetricAbsolutePercentageError(),
          new TopKCrossEntropy(),
          new TopKError(),
          new TweedieDeviance(),
          new UncertaintyWeighting(),
          new WeightedCrossEntropy(),
          new WeightedLogLoss());

  private Losses() {}
}
