package dev.slicewise.core.metric.reference;

import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.statistic.MomentMatrix;
import dev.slicewise.core.statistic.OfModel;
import dev.slicewise.core.statistic.PerCategory;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Combination;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Difference;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Magnitude;
import dev.slicewise.core.term.ModelTerm;
import dev.slicewise.core.term.Residual;
import dev.slicewise.core.term.Square;
import dev.slicewise.core.term.Term;
import java.util.List;
import java.util.Locale;

/** Statistics in words: the kind as {@code docs/state-format.md} calls it, and what it is of. */
final class Memory {
  private Memory() {}

  static List<String> of(List<Statistic<?>> statistics) {
    return statistics.stream().map(Memory::text).distinct().toList();
  }

  private static String text(Statistic<?> statistic) {
    if (statistic instanceof PerCategory groups) {
      return text(groups.inner()) + " by " + groups.category();
    }
    if (statistic instanceof OfModel ofModel) {
      return text(ofModel.inner()) + " of " + ofModel.model().output();
    }
    if (statistic instanceof MomentMatrix moments) {
      return "MomentMatrix of " + moments.role() + (moments.products() ? "" : ", means only");
    }
    List<String> terms = statistic.terms().stream().map(Memory::text).distinct().toList();
    String kind = statistic.getClass().getSimpleName();
    if (statistic instanceof ProductSum && terms.size() == 1) {
      return kind + " of " + terms.get(0) + " with itself";
    }
    return terms.isEmpty() ? kind : kind + " of " + String.join(", ", terms);
  }

  private static String sum(Combination combination) {
    StringBuilder text = new StringBuilder("(");
    for (int t = 0; t < combination.terms().size(); t++) {
      double coefficient = combination.coefficients().get(t);
      String sign = coefficient < 0 ? " − " : " + ";
      text.append(t == 0 && coefficient >= 0 ? "" : sign);
      String factor = Math.abs(coefficient) == 1 ? "" : ParameterInfo.text(Math.abs(coefficient));
      text.append(factor).append(text(combination.terms().get(t)));
    }
    return text.append(")").toString();
  }

  private static String text(Term term) {
    if (term instanceof Residual residual) {
      return switch (residual.part()) {
        case SIGNED -> "e";
        case ABSOLUTE -> "|e|";
        case OVER -> "e⁺";
        case UNDER -> "e⁻";
      };
    }
    if (term instanceof Column column) {
      return column.role().name();
    }
    if (term instanceof ModelTerm ofModel) {
      return text(ofModel.term()) + " of " + ofModel.model().output();
    }
    if (term instanceof Combination sum) {
      return sum(sum);
    }
    if (term instanceof Compare compare) {
      String relation =
          switch (compare.relation()) {
            case ABOVE -> " > ";
            case AT_LEAST -> " ≥ ";
            case BELOW -> " < ";
            case EQUAL -> " = ";
          };
      return text(compare.term()) + relation + ParameterInfo.text(compare.bound());
    }
    if (term instanceof Difference difference) {
      return difference.minuend() + " − " + difference.subtrahend();
    }
    if (term instanceof Magnitude magnitude) {
      return "|" + text(magnitude.term()) + "|";
    }
    if (term instanceof Square square) {
      return text(square.term()) + "²";
    }
    LossInfo loss = term.getClass().getAnnotation(LossInfo.class);
    return loss != null
        ? loss.id()
        : term.getClass()
            .getSimpleName()
            .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
            .toLowerCase(Locale.ROOT);
  }
}
