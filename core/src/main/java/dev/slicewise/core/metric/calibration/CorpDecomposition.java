package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.ScoreBins;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The CORP decomposition of the Brier score: Brier = MCB − DSC + UNC, with the recalibration by
 * isotonic regression (pool adjacent violators) on the scores.
 *
 * <p>While every bin of the score histogram holds one score this is the regression on the rows.
 * Beyond that the recalibrated score S_r lies between two that bins give: no more than S_r of the
 * bins, since a curve that is constant in each bin is one of the isotonic ones; no less than S_r of
 * the bins with all negatives of each put below its positives, since any isotonic curve on the rows
 * fits those no worse (rearrangement). Its middle is reported, half of the distance certified.
 *
 * @param score Brier score of the predictions
 * @param recalibrated S_r
 * @param uncertainty Brier score of the base rate
 * @param bound largest distance of S_r from that on the rows
 */
record CorpDecomposition(double score, double recalibrated, double uncertainty, double bound) {
  private static final Column LABEL = new Column(Domain.BINARY_PROBABILITY, Role.LABEL);
  private static final Column PREDICTION = new Column(Domain.BINARY_PROBABILITY, Role.PREDICTION);
  private static final Sum POSITIVES = Sum.of(LABEL);
  private static final ProductSum SQUARES = ProductSum.square(PREDICTION);
  private static final ProductSum OF_POSITIVES = ProductSum.of(LABEL, PREDICTION);

  static final List<Statistic<?>> NEEDS =
      List.of(ScoreHistogram.OF_PROBABILITIES, POSITIVES, SQUARES, OF_POSITIVES);

  /** Neighbouring bins pooled into one level of the isotonic curve. */
  record Block(int from, int to, BigInteger positives, BigInteger negatives) {
    BigInteger rows() {
      return positives.add(negatives);
    }

    /** Whether this block's mean label is not below that of the next, so that they must be one. */
    private boolean violates(Block next) {
      return positives.multiply(next.negatives).compareTo(next.positives.multiply(negatives)) >= 0;
    }

    private Block pooled(Block next) {
      return new Block(from, next.to, positives.add(next.positives), negatives.add(next.negatives));
    }
  }

  /** The isotonic curve on the bins: blocks of strictly increasing mean label. */
  static List<Block> isotonic(ScoreBins bins) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < bins.size(); i++) {
      push(blocks, new Block(i, i, bins.positives()[i], bins.negatives()[i]));
    }
    return blocks;
  }

  /** The isotonic curve if in each bin all negatives scored below all positives. */
  private static List<Block> separated(ScoreBins bins) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < bins.size(); i++) {
      push(blocks, new Block(i, i, BigInteger.ZERO, bins.negatives()[i]));
      push(blocks, new Block(i, i, bins.positives()[i], BigInteger.ZERO));
    }
    return blocks;
  }

  private static void push(List<Block> blocks, Block next) {
    if (next.rows().signum() == 0) {
      return;
    }
    Block last = next;
    while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).violates(last)) {
      last = blocks.remove(blocks.size() - 1).pooled(last);
    }
    blocks.add(last);
  }

  /** Σ over blocks of n·ȳ(1 − ȳ), over all rows: the Brier score of the curve. */
  private static Dyadic recalibrated(List<Block> blocks) {
    Dyadic sum = Dyadic.ZERO;
    for (Block block : blocks) {
      sum =
          sum.plus(
              MurphyDecomposition.quotient(
                  new Dyadic(block.positives().multiply(block.negatives()), 0),
                  new Dyadic(block.rows(), 0)));
    }
    return sum;
  }

  /** The terms of a slice; null when fixed point has rounded all weights away. */
  static CorpDecomposition of(StateView states) {
    ScoreBins bins = states.state(ScoreHistogram.OF_PROBABILITIES).bins();
    Dyadic rows = new Dyadic(bins.totalPositives().add(bins.totalNegatives()), 0);
    if (rows.signum() == 0) {
      return null;
    }
    double most = recalibrated(isotonic(bins)).over(rows);
    double least = bins.lossless() ? most : recalibrated(separated(bins)).over(rows);
    Dyadic weight = states.rows(Domain.BINARY_PROBABILITY).exactWeight();
    Dyadic positives = states.sum(POSITIVES).toDyadic();
    // A label is its own square, so Σw·y² is Σw·y.
    Dyadic brier =
        states
            .sum(SQUARES)
            .toDyadic()
            .minus(states.sum(OF_POSITIVES).toDyadic().scaled(1))
            .plus(positives);
    return new CorpDecomposition(
        brier.over(weight),
        least + (most - least) / 2,
        positives.times(weight.minus(positives)).over(weight.squared()),
        (most - least) / 2);
  }

  /** MCB = S − S_r. */
  MetricValue miscalibration() {
    return difference(score);
  }

  /** DSC = UNC − S_r. */
  MetricValue discrimination() {
    return difference(uncertainty);
  }

  private MetricValue difference(double from) {
    // Below 0 only by a rounding of the last digit.
    return MetricValue.bounded(Math.max(0.0, from - recalibrated), bound);
  }
}
