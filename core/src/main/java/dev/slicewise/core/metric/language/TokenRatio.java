package dev.slicewise.core.metric.language;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.RatioInterval;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.RatioOfSums;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import dev.slicewise.core.term.language.TokenTerm;
import dev.slicewise.core.term.language.Tokens;

/** An increasing function of the negative log-likelihood per token, byte or word. */
interface TokenRatio extends RatioOfSums {
  /** ln 2, to turn nats into bits. */
  double LN2 = StrictMath.log(2.0);

  /** The UTF-8 bytes of each row's text. */
  Role BYTES = new Role("bytes");

  /** The words of each row's text. */
  Role WORDS = new Role("words");

  /** How tokens are read. */
  Tokens tokens();

  /** The column that counts what the cost is spread over; null for tokens. */
  Role per();

  /** The value from nats per token, byte or word. */
  double finish(double nats);

  /** The derivative of {@link #finish}. */
  double slope(double nats);

  private Domain domain() {
    return per() == null
        ? tokens().domain()
        : tokens().domain().and(per()).where(new Condition.AtLeast(per(), 0));
  }

  @Override
  default Term numerator() {
    return new TokenTerm(domain(), tokens(), TokenTerm.Part.COST);
  }

  @Override
  default Term denominator() {
    return per() == null
        ? new TokenTerm(domain(), tokens(), TokenTerm.Part.COUNT)
        : new Column(domain(), per());
  }

  @Override
  default String whenZero() {
    return per() == null ? "no token counts in any row" : "no " + per() + " in any row";
  }

  @Override
  default MetricValue value(StateView states) {
    return RatioOfSums.super.value(states) instanceof MetricValue.Scalar nats
        ? MetricValue.finite(finish(nats.value()))
        : RatioOfSums.super.value(states);
  }

  @Override
  default IntervalMethod interval() {
    return RatioInterval.of(numerator(), denominator()).transformed(this::finish, this::slope);
  }
}
