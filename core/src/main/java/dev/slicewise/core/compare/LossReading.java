package dev.slicewise.core.compare;

import java.util.Optional;

/**
 * Why a probabilistic loss moved: the Brier score = miscalibration − discrimination + uncertainty,
 * and the uncertainty is that of the labels alone. So a loss can move while no decision does:
 * because probabilities now mean what they say, not because anything is told apart better.
 *
 * @param loss the change of the loss, model − baseline
 * @param calibration its part from miscalibration: negative where probabilities became more honest
 * @param discrimination its part from discrimination: negative where classes are told apart better
 * @param reading which of both it is, in a phrase
 */
public record LossReading(double loss, double calibration, double discrimination, String reading) {
  /** A part this small a share of both parts' sizes is not what the change is about. */
  private static final double NEGLIGIBLE = 0.1;

  /** The loss whose parts are known. */
  public static final String LOSS = "brier";

  /** Its miscalibration. */
  public static final String MISCALIBRATION = "corp_miscalibration";

  /** Its discrimination. */
  public static final String DISCRIMINATION = "corp_discrimination";

  /**
   * The reading.
   *
   * @param loss the comparison of the loss
   * @param miscalibration the comparison of its miscalibration
   * @param discrimination the comparison of its discrimination
   * @param decisions a comparison of what decisions come to, such as accuracy; or null
   */
  public static Optional<LossReading> of(
      Comparison loss, Comparison miscalibration, Comparison discrimination, Comparison decisions) {
    if (loss.difference() == null
        || miscalibration.difference() == null
        || discrimination.difference() == null) {
      return Optional.empty();
    }
    double calibration = miscalibration.difference();
    double telling = 0.0 - discrimination.difference();
    return Optional.of(
        new LossReading(
            loss.difference(),
            calibration,
            telling,
            reading(loss, calibration, telling, decisions)));
  }

  private static String reading(
      Comparison loss, double calibration, double telling, Comparison decisions) {
    if (loss.difference() == 0 || loss.verdict() == Verdict.INCONCLUSIVE) {
      return "the loss did not clearly move";
    }
    double size = Math.abs(calibration) + Math.abs(telling);
    String cause =
        Math.abs(telling) <= NEGLIGIBLE * size
            ? "calibration, not discrimination"
            : Math.abs(calibration) <= NEGLIGIBLE * size
                ? "discrimination, not calibration"
                : "calibration and discrimination";
    boolean still =
        decisions != null
            && (decisions.verdict() == Verdict.INCONCLUSIVE
                || decisions.verdict() == Verdict.EQUIVALENT);
    return "the loss moved by "
        + cause
        + (still ? "; " + decisions.metric().id() + " did not clearly move" : "");
  }
}
