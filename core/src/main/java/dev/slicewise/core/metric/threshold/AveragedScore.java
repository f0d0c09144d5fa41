package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.ResolvedMetric;
import dev.slicewise.core.metric.multiclass.Average;
import dev.slicewise.core.metric.multiclass.ClassValues;
import dev.slicewise.core.metric.multiclass.MultilabelRows;
import dev.slicewise.core.metric.multiclass.ScoreTask;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.PerClass;
import dev.slicewise.core.statistic.ScoreBins;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.ClassLabel;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.ClassTerm;
import dev.slicewise.core.term.Domain;
import java.util.ArrayList;
import java.util.List;

/** A metric of all thresholds over several classes or labels: pooled, or averaged. */
record AveragedScore(ScoreMetric metric, Average average, ScoreTask task, String classes)
    implements ResolvedMetric {
  /** What a binary metric becomes with these parameters; itself where they say so. */
  static Metric resolve(ScoreMetric metric, Average average, ScoreTask task, String classes) {
    if (average == Average.BINARY && task == ScoreTask.BINARY) {
      return metric;
    }
    ScoreTask given = task == ScoreTask.BINARY ? ScoreTask.MULTICLASS : task;
    Average taken = average == Average.BINARY ? Average.MACRO : average;
    ClassNames.parse(classes);
    return new AveragedScore(metric, taken, given, classes);
  }

  private PerClass<ScoreHistogram.State> histograms() {
    if (task == ScoreTask.MULTILABEL) {
      Domain domain = MultilabelRows.DOMAIN;
      return PerClass.of(
          ScoreHistogram.OF_SCORES,
          new ClassTerm.Elements(domain, MultilabelRows.LABEL),
          new ClassTerm.Elements(domain, ClassLabel.ARRAY));
    }
    Domain domain = new ClassLabel(classes).scores();
    return PerClass.of(
        ScoreHistogram.OF_SCORES,
        new ClassTerm.OneVersusRest(domain, classes),
        new ClassTerm.Elements(domain, ClassLabel.ARRAY));
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(histograms());
  }

  @Override
  public MetricValue value(StateView states) {
    var histograms = states.state(histograms());
    if (average == Average.MICRO) {
      return metric.value(ScoreCurve.of(histograms.merged().bins()));
    }
    List<String> given = ClassNames.parse(classes);
    List<String> names = new ArrayList<>();
    for (int k = 0; k < histograms.classes().size(); k++) {
      names.add(ClassNames.name(given, k));
    }
    ClassValues values = new ClassValues(names);
    for (ScoreHistogram.State state : histograms.classes()) {
      ScoreBins bins = state.bins();
      values.add(
          metric.value(ScoreCurve.of(bins)), new Dyadic(bins.totalPositives(), -bins.unitBits()));
    }
    return values.average(average);
  }
}
