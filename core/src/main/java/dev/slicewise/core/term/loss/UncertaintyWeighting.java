package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.NumberList;
import dev.slicewise.core.term.Parameter;

/** Σ c_t·e^−s_t·L_t + s_t/2; everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "uncertainty_weighting",
    aliases = {"kendall_loss"},
    summary = "Uncertainty weighting: task losses weighted by the noise each task is given.",
    formula =
        "Σ_t c_t·e^(−s_t)·L_t + s_t/2, s_t the log variance of task t, c_t ½ for regression and 1"
            + " for classification, L_t the elements of column losses",
    gradient = "c_t·e^(−s_t) by L_t; ½ − c_t·e^(−s_t)·L_t by s_t",
    hessian = "0",
    range = "(-inf, inf)",
    noiseModel = "Gaussian of variance e^s_t for regression, a tempered softmax for classification",
    elicits = "what each task's loss elicits",
    cost = "A task believed to be noisy counts less, and pays s_t/2 for it.",
    trap = "It can go below 0, and falls when a task is given up as noise.",
    edges = {
      "no usable rows: undefined",
      "a task's loss that is null: the row counts in n_null",
      "other than one loss a log variance: row skipped, n_domain"
    },
    source = "Kendall, Gal, Cipolla 2018, arXiv:1705.07115")
public record UncertaintyWeighting(
    @Parameter(doc = "the log variance of each task, 0.3;-0.2") String logVariances,
    @Parameter(doc = "regression or classification for each task, joined by ';'; one for all")
        String taskTypes)
    implements TaskLosses {
  private static final String REGRESSION = "regression";
  private static final String CLASSIFICATION = "classification";

  /** One regression task of variance 1. */
  public UncertaintyWeighting() {
    this("0", REGRESSION);
  }

  /** Refuses what cannot be read, and lists of other length. */
  public UncertaintyWeighting {
    int tasks = NumberList.parse(logVariances).length;
    String[] types = taskTypes.split(";", -1);
    boolean known = tasks > 0 && (types.length == 1 || types.length == tasks);
    for (String type : types) {
      known &= type.trim().equals(REGRESSION) || type.trim().equals(CLASSIFICATION);
    }
    if (!known) {
      throw new IllegalArgumentException(
          "expected task_types to be regression or classification, one or as many as the "
              + tasks
              + " log variances, found '"
              + taskTypes
              + "'");
    }
  }

  @Override
  public int tasks() {
    return NumberList.parse(logVariances).length;
  }

  @Override
  public double[] factors(int count) {
    double[] factors = NumberList.parse(logVariances);
    String[] types = taskTypes.split(";", -1);
    for (int t = 0; t < factors.length; t++) {
      String type = types[types.length == 1 ? 0 : t].trim();
      factors[t] = (type.equals(REGRESSION) ? 0.5 : 1.0) * StrictMath.exp(-factors[t]);
    }
    return factors;
  }

  @Override
  public double constant() {
    double sum = 0;
    for (double logVariance : NumberList.parse(logVariances)) {
      sum += logVariance / 2;
    }
    return sum;
  }
}
