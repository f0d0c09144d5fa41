package dev.slicewise.core.term.representation;

import dev.slicewise.core.term.ArrayCondition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;

/** Lengths and angles of vectors, safe from overflow, and the roles that hold them. */
final class Vectors {
  /** What others are compared with. */
  static final Role ANCHOR = new Role("anchor", Shape.NUMBERS);

  /** What should be near the anchor. */
  static final Role POSITIVE = new Role("positive", Shape.NUMBERS);

  /** One of a pair. */
  static final Role LEFT = new Role("left", Shape.NUMBERS);

  /** The other of a pair. */
  static final Role RIGHT = new Role("right", Shape.NUMBERS);

  private Vectors() {}

  /** Arrays of equal length, 1 at least, besides other columns. */
  static Domain sameLength(Domain domain, Role... arrays) {
    return domain
        .where(ArrayCondition.SameLength.of(arrays))
        .where(ArrayCondition.Length.atLeast(arrays[0], 1));
  }

  /** (Σ|x|^p)^(1/p), computed on x over its largest element. */
  static double norm(double[] vector, double p) {
    double largest = largest(vector, 0, vector.length);
    if (largest == 0 || largest == Double.POSITIVE_INFINITY) {
      return largest;
    }
    double sum = 0;
    for (double x : vector) {
      double part = Math.abs(x) / largest;
      sum += p == 2 ? part * part : p == 1 ? part : StrictMath.pow(part, p);
    }
    return largest * (p == 2 ? Math.sqrt(sum) : p == 1 ? sum : StrictMath.pow(sum, 1 / p));
  }

  /** a − b + shift. */
  static double[] difference(double[] a, double[] b, double shift) {
    double[] difference = new double[a.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = a[i] - b[i] + shift;
    }
    return difference;
  }

  /**
   * The derivatives of ‖x‖_p by each element, x given with its norm; 0 where the norm is 0 or a
   * kink is.
   */
  static double[] normGradient(double[] x, double norm, double p) {
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length && norm > 0; i++) {
      gradient[i] = Math.signum(x[i]) * power(Math.abs(x[i]) / norm, p - 1);
    }
    return gradient;
  }

  /** The second derivatives of ‖x‖_p by each element alone. */
  static double[] normHessian(double[] x, double norm, double p) {
    double[] hessian = new double[x.length];
    for (int i = 0; i < x.length && norm > 0; i++) {
      double part = Math.abs(x[i]) / norm;
      boolean kink = x[i] == 0 && p < 2;
      hessian[i] = kink ? 0 : (p - 1) / norm * power(part, p - 2) * (1 - power(part, p));
    }
    return hessian;
  }

  private static double power(double base, double exponent) {
    return exponent == 0 ? 1 : exponent == 1 ? base : StrictMath.pow(base, exponent);
  }

  /** The largest |x| of the elements [from, from + length). */
  static double largest(double[] vector, int from, int length) {
    double largest = 0;
    for (int i = from; i < from + length; i++) {
      largest = Math.max(largest, Math.abs(vector[i]));
    }
    return largest;
  }
}
