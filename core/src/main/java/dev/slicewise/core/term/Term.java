package dev.slicewise.core.term;

/**
 * One number per row, derived once per batch. A term is a record: equal terms are one term, and
 * whatever is remembered about it is shared by every metric that asks.
 */
public interface Term {
  /** The rows this term is defined on; on those it is never NaN (it may overflow). */
  Domain domain();

  /** Writes the term of each admitted row to {@code out[0 .. rows.size())}. */
  void fill(Admitted rows, double[] out);
}
