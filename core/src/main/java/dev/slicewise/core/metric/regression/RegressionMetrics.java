package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** The metrics of regression and forecasting. One line each. */
public final class RegressionMetrics {
  /** All of them. */
  public static final List<Metric> ALL =
      List.of(
          new AdjustedR2(),
          new AsymmetricCost(),
          new BiasVarianceDecomposition(),
          new CalibrationRatio(),
          new ConcordanceCorrcoef(),
          new D2AbsoluteErrorScore(),
          new D2PinballScore(),
          new D2TweedieScore(),
          new ExplainedVarianceScore(),
          new IntervalCoverage(),
          new KendallTau(),
          new MaxError(),
          new MaxSignedError(),
          new MeanAbsoluteError(),
          new MeanAbsolutePercentageError(),
          new MeanAbsoluteScaledError(),
          new MeanDirectionalAccuracy(),
          new MeanError(),
          new MeanExpectileLoss(),
          new MeanGammaDeviance(),
          new MeanIntervalScore(),
          new MeanIntervalWidth(),
          new MeanPercentageError(),
          new MeanPinballLoss(),
          new MeanPoissonDeviance(),
          new MeanSquaredError(),
          new MeanSquaredLogError(),
          new MeanTweedieDeviance(),
          new MedianAbsoluteError(),
          new MinSignedError(),
          new NormalizedRmse(),
          new OverRate(),
          new PearsonCorrcoef(),
          new QuantileAbsError(),
          new QuantileCoverage(),
          new QuantileCrossingRate(),
          new QuantileSignedError(),
          new QuantileValue(),
          new R2Score(),
          new RelativeAbsoluteError(),
          new RelativeSquaredError(),
          new ResidualsByBin(),
          new RootMeanSquaredError(),
          new RootMeanSquaredLogError(),
          new RootMeanSquaredScaledError(),
          new SkillScore(),
          new SpearmanCorrcoef(),
          new SquaredPearson(),
          new SymmetricMeanAbsolutePercentageError(),
          new TailMeanAbsError(),
          new TailRate(),
          new UnderRate(),
          new WeightedMeanAbsolutePercentageError(),
          new WithinToleranceRate(),
          new WorstRows());

  private RegressionMetrics() {}
}
