package dev.slicewise.core.metric.text;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Parameter;
import java.util.ArrayList;
import java.util.List;

/** BLEU of a corpus; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "corpus_bleu",
    aliases = {"bleu"},
    summary = "Corpus BLEU of tokens: how many n-grams of the hypotheses a reference has.",
    formula =
        "100·BP·exp(mean over n of ln(Σ matches_n / Σ n-grams_n)), BP = min(1, exp(1 − Σ reference"
            + " length / Σ hypothesis length)); columns hypothesis, reference",
    range = "[0, 100]",
    better = Direction.HIGHER,
    edges = {
      "no match of any n-gram, or empty hypotheses: 0",
      "no hypothesis as long as max_order: 0, as in sacrebleu without effective order",
      "an order without a match: smoothed as smooth_method says; with none, 0",
      "several references: each n-gram counts up to its largest count in one of them; the closest"
          + " length counts, the shorter of two as close",
      "a row without a reference: n_domain"
    },
    exactness = "the counts are exact, and the value has a few roundings of one logarithm each",
    use =
        "For translation, over a whole corpus and never as a mean of sentences. Tokenisation"
            + " decides it: numbers compare only between equal tokenizers, and this one is that of"
            + " your columns (white space for plain text, not sacrebleu's 13a). Smoothed values"
            + " depend on how much text there is.",
    source = "Papineni et al. 2002; sacrebleu 2.5 compute_bleu with tokenize=none")
public record CorpusBleu(
    @Parameter(doc = "the longest n-grams", range = "[1, 16]") int maxOrder,
    @Parameter(
            doc =
                "what an order without a match counts: exp, 1/2, 1/4, … matches in turn; floor,"
                    + " smooth_value matches; add_k, smooth_value more of matches and n-grams from"
                    + " n = 2 on; none, 0")
        SmoothMethod smoothMethod,
    @Parameter(
            doc = "of floor (by default 0.1) and add_k (by default 1); null for these",
            range = "[0, inf)")
        Double smoothValue)
    implements Metric {

  /** What an order without a match counts. */
  public enum SmoothMethod {
    /** Half a match, a quarter for the next such order, and so on. */
    EXP,
    /** Nothing: BLEU is 0. */
    NONE,
    /** A small number of matches. */
    FLOOR,
    /** As any order from the second on: some matches and n-grams more. */
    ADD_K
  }

  /** Up to 4-grams, smoothed exponentially. */
  public CorpusBleu() {
    this(4, SmoothMethod.EXP, null);
  }

  private Sum sum(int index) {
    return Sum.of(new BleuTerm(maxOrder, index));
  }

  @Override
  public List<Statistic<?>> needs() {
    List<Statistic<?>> needs = new ArrayList<>();
    for (int index = 0; index < 2 * maxOrder + 2; index++) {
      needs.add(sum(index));
    }
    return needs;
  }

  @Override
  public MetricValue value(StateView states) {
    double[] counts = new double[2 * maxOrder + 2];
    for (int index = 0; index < counts.length; index++) {
      counts[index] = states.sum(sum(index)).value();
      if (counts[index] == Double.POSITIVE_INFINITY) {
        return MetricValue.undefined("a sum overflowed");
      }
    }
    double hypothesis = counts[2 * maxOrder];
    double reference = counts[2 * maxOrder + 1];
    double penalty =
        hypothesis >= reference
            ? 1.0
            : hypothesis == 0 ? 0.0 : StrictMath.exp(1 - reference / hypothesis);
    MetricValue.Scalar value =
        MetricValue.exact(score(counts, penalty))
            .with("brevity_penalty", penalty)
            .with("hyp_len", hypothesis)
            .with("ref_len", reference);
    for (int n = 1; n <= maxOrder; n++) {
      value =
          value.with("matches_" + n, counts[n - 1]).with("totals_" + n, counts[maxOrder + n - 1]);
    }
    return value;
  }

  private double score(double[] counts, double penalty) {
    boolean matched = false;
    double logs = 0;
    double halves = 1;
    for (int n = 1; n <= maxOrder; n++) {
      matched |= counts[n - 1] > 0;
    }
    if (!matched) {
      return 0;
    }
    double added = smoothMethod == SmoothMethod.ADD_K ? smoothing(1.0) : 0;
    for (int n = 1; n <= maxOrder; n++) {
      double more = n > 1 ? added : 0;
      double matches = counts[n - 1] + more;
      double grams = counts[maxOrder + n - 1] + more;
      if (matches == 0 && smoothMethod == SmoothMethod.EXP) {
        halves /= 2;
        matches = halves;
      } else if (matches == 0 && smoothMethod == SmoothMethod.FLOOR) {
        matches = smoothing(0.1);
      }
      if (matches == 0 || grams == 0) {
        return 0;
      }
      logs += StrictMath.log(100 * matches / grams);
    }
    return penalty * StrictMath.exp(logs / maxOrder);
  }

  private double smoothing(double usual) {
    return smoothValue == null ? usual : smoothValue;
  }
}
