package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.ResolvedMetric;
import dev.slicewise.core.metric.multiclass.Average;
import dev.slicewise.core.metric.multiclass.ClassValues;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.PerClass;
import dev.slicewise.core.statistic.ScoreBins;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.ArrayCondition;
import dev.slicewise.core.term.ClassLabel;
import dev.slicewise.core.term.ClassPair;
import dev.slicewise.core.term.Domain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** AUC of every class against every other, averaged over pairs: Hand and Till 2001. */
record OneVersusOneAuc(RocAuc auc, Average average, String classes) implements ResolvedMetric {
  /** Refuses averages that pairs do not have. */
  OneVersusOneAuc {
    if (average == Average.MICRO || average == Average.NONE) {
      throw new IllegalArgumentException(
          "expected average macro or weighted with multi_class=ovo, found "
              + average.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private PerClass<ScoreHistogram.State> histograms() {
    Domain domain =
        new ClassLabel(classes)
            .scores()
            .where(new ArrayCondition.Length(ClassLabel.ARRAY, 2, ClassPair.MOST));
    return PerClass.of(
        ScoreHistogram.OF_SCORES,
        new ClassPair(domain, classes, true),
        new ClassPair(domain, classes, false));
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(histograms());
  }

  @Override
  public MetricValue value(StateView states) {
    List<ScoreHistogram.State> pairs = states.state(histograms()).classes();
    List<MetricValue> values = new ArrayList<>();
    List<Dyadic> rows = new ArrayList<>();
    for (int larger = 1; larger * larger < pairs.size(); larger++) {
      for (int smaller = 0; smaller < larger; smaller++) {
        ScoreBins bins = pairs.get(ClassPair.place(larger, smaller)).bins();
        ScoreBins back = pairs.get(ClassPair.place(smaller, larger)).bins();
        values.add(middle(auc.value(ScoreCurve.of(bins)), auc.value(ScoreCurve.of(back))));
        rows.add(new Dyadic(bins.totalPositives().add(bins.totalNegatives()), -bins.unitBits()));
      }
    }
    ClassValues means = new ClassValues(Collections.nCopies(values.size(), "pair"));
    for (int pair = 0; pair < values.size(); pair++) {
      means.add(values.get(pair), rows.get(pair));
    }
    return means.average(average == Average.BINARY ? Average.MACRO : average);
  }

  private static MetricValue middle(MetricValue there, MetricValue back) {
    if (there instanceof MetricValue.Scalar first && back instanceof MetricValue.Scalar second) {
      return MetricValue.bounded(
          (first.value() + second.value()) / 2, (first.errorBound() + second.errorBound()) / 2);
    }
    return there;
  }
}
