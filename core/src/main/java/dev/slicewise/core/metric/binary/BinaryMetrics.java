package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.Metric;
import java.util.List;

/** The metrics of binary classification at a threshold. One line each. */
public final class BinaryMetrics {
  /** All of them. */
  public static final List<Metric> ALL =
      List.of(
          new Accuracy(),
          new BalancedAccuracy(),
          new BalancedLogLoss(),
          new CascadeSuite(),
          new CohenKappa(),
          new DiagnosticOddsRatio(),
          new ExpectedCost(),
          new F1Score(),
          new FalseDiscoveryRate(),
          new FalseNegativeRate(),
          new FalseNegatives(),
          new FalseOmissionRate(),
          new FalsePositiveRate(),
          new FalsePositives(),
          new FbetaScore(),
          new FlipRate(),
          new FowlkesMallows(),
          new HammingLoss(),
          new Informedness(),
          new Jaccard(),
          new Markedness(),
          new MatthewsCorrcoef(),
          new McNemar(),
          new NegToPosFlipRate(),
          new NegativeLikelihoodRatio(),
          new NegativePredictiveValue(),
          new OverallPrecision(),
          new OverallRecall(),
          new PosToNegFlipRate(),
          new PositiveLikelihoodRatio(),
          new Precision(),
          new PredictedPositiveRate(),
          new Prevalence(),
          new Recall(),
          new Specificity(),
          new Stage1PassRate(),
          new Stage1Recall(),
          new Stage2ConditionalRecall(),
          new Stage2Precision(),
          new Support(),
          new TrueNegatives(),
          new TruePositives(),
          new ZeroOneLoss());

  private BinaryMetrics() {}
}
