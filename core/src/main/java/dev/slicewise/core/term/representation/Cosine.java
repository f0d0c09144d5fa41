package dev.slicewise.core.term.representation;

/**
 * The cosine of the angle between a vector and a part of an array, with its derivatives by the
 * vector's elements. Neither vector is zero.
 */
public final class Cosine {
  private final double[] direction;
  private final double[] other;
  private final double length;
  private final double value;

  private Cosine(double[] direction, double[] other, double length) {
    this.direction = direction;
    this.other = other;
    this.length = length;
    double dot = 0;
    for (int i = 0; i < direction.length; i++) {
      dot += direction[i] * other[i];
    }
    // Rounding may carry the cosine of parallel vectors past 1.
    this.value = Math.max(-1.0, Math.min(1.0, dot));
  }

  /** Of two vectors of equal length. */
  public static Cosine of(double[] vector, double[] other) {
    return of(vector, other, 0);
  }

  /** Of a vector and as many elements of an array from an index on. */
  static Cosine of(double[] vector, double[] array, int from) {
    double[] direction = direction(vector, 0, vector.length);
    double[] other = direction(array, from, vector.length);
    return new Cosine(direction, other, Vectors.norm(vector, 2));
  }

  private static double[] direction(double[] array, int from, int length) {
    double largest = Vectors.largest(array, from, length);
    double[] direction = new double[length];
    for (int i = 0; i < length; i++) {
      direction[i] = array[from + i] / largest;
    }
    double norm = Vectors.norm(direction, 2);
    for (int i = 0; i < length; i++) {
      direction[i] /= norm;
    }
    return direction;
  }

  /** The cosine, in [−1, 1]. */
  public double value() {
    return value;
  }

  /** Its derivative by an element of the vector. */
  double gradient(int element) {
    return (other[element] - value * direction[element]) / length;
  }

  /** Its second derivative by an element of the vector. */
  double hessian(int element) {
    double part = direction[element];
    return (3 * value * part * part - value - 2 * other[element] * part) / (length * length);
  }
}
