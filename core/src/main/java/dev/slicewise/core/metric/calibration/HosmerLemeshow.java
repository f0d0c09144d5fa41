package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.ChiSquared;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** The chi-squared statistic of observed against expected events in groups of equal mass. */
@MetricInfo(
    id = "hosmer_lemeshow",
    summary =
        "Hosmer–Lemeshow statistic: squared distance of observed and expected events over"
            + " groups of equal mass, in units of chance.",
    formula =
        "Σ_g (O_g − E_g)² / (E_g·(1 − E_g/n_g)), O_g = Σ_g y, E_g = Σ_g p, groups between"
            + " the g/groups quantiles of p; p_value = chi² tail",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "one class: defined as for any other rows",
      "a group with E_g = 0 or n_g that came true: contributes 0",
      "a group with E_g = 0 or n_g that did not: undefined, for what was certain did not happen",
      "many equal probabilities: never split, so fewer groups and degrees of freedom;"
          + " their number is the detail groups",
      "no degrees of freedom left: no p_value",
      "weighted rows: the statistic is multiplied by W/Σw², so that the scale of weights"
          + " does not matter",
      "all weights below 2^-61: undefined"
    },
    exactness =
        "exact up to 4,096 distinct probabilities; beyond, groups are cut between histogram"
            + " bins and the value is marked as estimated",
    use =
        "A test of calibration with the detail p_value: small means miscalibrated. With"
            + " millions of rows it rejects every model; decide by expected_calibration_error or"
            + " calibration_slope there. df = groups_minus_2 only on the rows the model was"
            + " fitted to.",
    source = "Hosmer, Lemeshow 1980, doi:10.1080/03610928008827941")
public record HosmerLemeshow(
    @Parameter(doc = "number of equal-mass groups", range = "[2, 1000]") int groups,
    @Parameter(doc = "degrees of freedom of p_value") DegreesOfFreedom df)
    implements Metric {
  /** How many degrees of freedom the statistic has. */
  public enum DegreesOfFreedom {
    /** As many as groups: rows the model was not fitted to. */
    GROUPS,
    /** Two fewer: the rows a logistic model was fitted to. */
    GROUPS_MINUS_2
  }

  /** The default: 10 groups, evaluated on other rows than those of the fit. */
  public HosmerLemeshow() {
    this(10, DegreesOfFreedom.GROUPS);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(ScoreHistogram.OF_PROBABILITIES);
  }

  @Override
  public MetricValue value(StateView states) {
    CalibrationBins bins = CalibrationBins.equalMass(states, groups);
    if (bins.vanished()) {
      return CalibrationBins.VANISHED;
    }
    double sum = 0;
    for (CalibrationBin bin : bins.bins()) {
      Dyadic chance = bin.prediction().times(bin.weight().minus(bin.prediction()));
      if (chance.signum() > 0) {
        sum += bin.gap().squared().times(bin.weight()).over(chance);
      } else if (bin.gap().signum() != 0) {
        return MetricValue.undefined(
            "a group was predicted as certain (probability "
                + (bin.prediction().signum() == 0 ? 0 : 1)
                + ") and did not come out so");
      }
    }
    RowAudit.State rows = states.rows(Domain.BINARY_PROBABILITY);
    double statistic = sum * rows.exactWeight().over(rows.exactSquaredWeight());
    int count = bins.bins().size();
    int freedom = df == DegreesOfFreedom.GROUPS ? count : count - 2;
    MetricValue.Scalar value = bins.scalar(statistic).with("groups", count);
    return freedom < 1 ? value : value.with("p_value", ChiSquared.survival(statistic, freedom));
  }
}
