package dev.slicewise.core.drift;

/**
 * A number and how far it can be from the definition's value on the same rows.
 *
 * @param value the number
 * @param errorBound absolute certificate; 0 when only the final rounding is in it
 */
public record Certified(double value, double errorBound) {
  /** A number that only final rounding keeps from the definition's value. */
  static Certified exact(double value) {
    return new Certified(value, 0.0);
  }
}
