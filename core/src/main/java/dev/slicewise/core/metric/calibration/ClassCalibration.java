package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.ResolvedMetric;
import dev.slicewise.core.metric.multiclass.Average;
import dev.slicewise.core.metric.multiclass.ClassValues;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.PerClass;
import dev.slicewise.core.statistic.State;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.ClassLabel;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.ClassTerm;
import dev.slicewise.core.term.Domain;
import java.util.ArrayList;
import java.util.List;

/** A calibration error of several classes: of the most likely one, or the mean over classes. */
record ClassCalibration<I extends State<I>>(Measure<I> measure, Of task, String classes)
    implements ResolvedMetric {
  static final String DOC =
      "binary: label 0 or 1 and a probability; multiclass: a class and an array of probabilities,"
          + " how sure the largest is against how often it is right; classwise: each class's"
          + " probability against the rest, averaged over classes";

  /** What is calibrated. */
  public enum Of {
    /** The probability of label 1. */
    BINARY,
    /** The largest probability of several classes. */
    MULTICLASS,
    /** The probability of each class. */
    CLASSWISE
  }

  /** A calibration error of bins, and what keeps those of one class. */
  interface Measure<I extends State<I>> {
    Statistic<I> remembered();

    MetricValue value(I state);
  }

  private PerClass<I> statistic() {
    Domain domain = new ClassLabel(classes).probabilities();
    return task == Of.MULTICLASS
        ? PerClass.of(
            measure.remembered(),
            new ClassTerm.Right(domain, classes),
            new ClassTerm.Confidence(domain))
        : PerClass.of(
            measure.remembered(),
            new ClassTerm.OneVersusRest(domain, classes),
            new ClassTerm.Elements(domain, ClassLabel.ARRAY));
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(statistic());
  }

  @Override
  public MetricValue value(StateView states) {
    List<I> each = states.state(statistic()).classes();
    if (task == Of.MULTICLASS) {
      return measure.value(each.get(0));
    }
    List<String> given = ClassNames.parse(classes);
    List<String> names = new ArrayList<>();
    for (int k = 0; k < each.size(); k++) {
      names.add(ClassNames.name(given, k));
    }
    ClassValues values = new ClassValues(names);
    each.forEach(state -> values.add(measure.value(state), Dyadic.ONE));
    return values.average(Average.MACRO);
  }
}
