package dev.slicewise.core.laws;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.statistic.BinnedSums;
import dev.slicewise.core.statistic.BitHistogram;
import dev.slicewise.core.statistic.CalibrationTable;
import dev.slicewise.core.statistic.CategoryPairs;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.DistinctCount;
import dev.slicewise.core.statistic.Extremes;
import dev.slicewise.core.statistic.FixedSum;
import dev.slicewise.core.statistic.JointHistogram;
import dev.slicewise.core.statistic.MomentMatrix;
import dev.slicewise.core.statistic.OfModel;
import dev.slicewise.core.statistic.PerCategory;
import dev.slicewise.core.statistic.PerClass;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.statistic.TopRows;
import dev.slicewise.core.statistic.Weighting;
import dev.slicewise.core.term.Category;
import dev.slicewise.core.term.ClassLabel;
import dev.slicewise.core.term.ClassTerm;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Combination;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Model;
import dev.slicewise.core.term.One;
import dev.slicewise.core.term.Residual;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.core.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the laws are run over: every kind of statistic, and the whole catalogue. */
public final class Kernels {
  private Kernels() {}

  private static final Term SCORE_LABEL = new Column(Domain.BINARY_SCORE, Role.LABEL);
  private static final Term SCORE = new Column(Domain.BINARY_SCORE, Role.PREDICTION);
  private static final Term PROBABILITY = new Column(Domain.BINARY_PROBABILITY, Role.PREDICTION);
  private static final Domain NONZERO = Domain.REAL.where(new Condition.ZeroLabel(true));
  private static final Domain NOTED =
      Domain.REAL.where(new Condition.BothZeroNoted()).where(new Condition.ZeroLabel(false));
  private static final Domain POSITIVE =
      Domain.REAL
          .where(new Condition.AtLeast(Role.LABEL, 0))
          .where(new Condition.Above(Role.PREDICTION, 0));
  private static final Domain INTERVAL =
      Domain.of(Role.LABEL, Role.LOWER, Role.UPPER)
          .where(new Condition.Ordered(Role.LOWER, Role.UPPER));

  private static final Model RIVALS = Model.beside("baseline", "prediction");

  private static final List<String> SIDES = List.of("reference", "current");
  private static final Role CATEGORY = new Role("category", Shape.TEXT);
  private static final Domain WORDS = Domain.of(CATEGORY);
  private static final Role WORD = Role.LABEL.as(Shape.TEXT);
  private static final Role GUESSED = Role.PREDICTION.as(Shape.TEXT);
  private static final Domain NAMES = Domain.of(WORD, GUESSED);
  private static final Category NAME = new Category.Named(NAMES, WORD);
  private static final Category GUESS = new Category.Named(NAMES, GUESSED);
  private static final Domain CLASSES = new ClassLabel("").scores();
  private static final Category BEST = new Category.Largest(CLASSES, ClassLabel.ARRAY, "");
  private static final ClassTerm TRUE_CLASS = new ClassTerm.OneVersusRest(CLASSES, "");
  private static final ClassTerm SCORES = new ClassTerm.Elements(CLASSES, ClassLabel.ARRAY);
  private static final ClassTerm ANY_HALF = new ClassTerm.AtLeast(CLASSES, ClassLabel.ARRAY, 0.5);

  /** Every sealed kind, each with several parameters. */
  public static final List<Statistic<?>> INSTANCES =
      List.of(
          new RowAudit(Domain.REAL),
          new RowAudit(Domain.BINARY_PROBABILITY),
          new RowAudit(NOTED),
          new RowAudit(POSITIVE),
          Sum.of(Residual.OVER),
          Sum.of(Residual.SIGNED),
          Sum.of(Column.LABEL),
          Sum.of(new Residual(NONZERO, Residual.Part.ABSOLUTE)),
          Sum.of(new Residual(Domain.SOFT_PROBABILITY, Residual.Part.ABSOLUTE)),
          Sum.squaredWeights(Residual.UNDER),
          ProductSum.square(Residual.OVER),
          ProductSum.square(Column.PREDICTION),
          ProductSum.of(Column.LABEL, Column.PREDICTION),
          new ProductSum(Residual.SIGNED, Residual.SIGNED, Weighting.SQUARED_WEIGHT),
          new FixedSum(PROBABILITY),
          new FixedSum(new Residual(Domain.BINARY_PROBABILITY, Residual.Part.SIGNED)),
          new FixedSum(Compare.above(Residual.ABSOLUTE, 1)),
          new DistinctCount(Column.LABEL, 4),
          new DistinctCount(Residual.SIGNED, 6),
          new DistinctCount(SCORE, DistinctCount.DEFAULT_PRECISION),
          new Extremes(Residual.SIGNED),
          new Extremes(new Column(INTERVAL, Role.UPPER)),
          CellCounts.of(Compare.below(Residual.SIGNED, 0)),
          CellCounts.of(SCORE_LABEL, Compare.atLeast(SCORE, 0.5)),
          CellCounts.of(
              SCORE_LABEL,
              Compare.atLeast(SCORE, 0),
              Compare.above(SCORE, 0),
              Compare.below(SCORE, 1),
              new Compare(SCORE, Compare.Relation.EQUAL, 1)),
          new CalibrationTable(Domain.BINARY_PROBABILITY, 1),
          new CalibrationTable(Domain.BINARY_PROBABILITY, 15),
          new CalibrationTable(Domain.SOFT_PROBABILITY, 100),
          new BitHistogram(Residual.SIGNED, 2),
          new BitHistogram(Residual.SIGNED, 8),
          new BitHistogram(Residual.ABSOLUTE, 64),
          new BitHistogram(Column.LABEL, 3),
          BitHistogram.of(Residual.ABSOLUTE),
          new ScoreHistogram(Domain.BINARY_SCORE, 4, false),
          new ScoreHistogram(Domain.BINARY_SCORE, 9, false),
          new ScoreHistogram(Domain.BINARY_PROBABILITY, 8, true),
          new ScoreHistogram(Domain.BINARY_PROBABILITY, 64, false),
          ScoreHistogram.OF_SCORES,
          ScoreHistogram.OF_PROBABILITIES,
          new BinnedSums(Column.PREDICTION, List.of(Column.LABEL, Residual.SIGNED), 2),
          new BinnedSums(Column.PREDICTION, List.of(Column.LABEL), 8),
          new BinnedSums(Column.PREDICTION, List.of(), BinnedSums.DEFAULT_BINS),
          new CategoryPairs(NAME, GUESS, 1),
          new CategoryPairs(NAME, GUESS, 4),
          CategoryPairs.of(NAME, GUESS),
          CategoryPairs.of(BEST, BEST),
          PerClass.of(PerClass.CELLS, TRUE_CLASS, ANY_HALF),
          PerClass.of(PerClass.SUM, SCORES),
          PerClass.of(Sum.squaredWeights(Residual.OVER), SCORES),
          PerClass.of(PerClass.FIXED_SUM, TRUE_CLASS),
          PerClass.of(new ScoreHistogram(Domain.BINARY_SCORE, 4, false), TRUE_CLASS, SCORES),
          PerClass.of(ScoreHistogram.OF_SCORES, TRUE_CLASS, SCORES),
          new JointHistogram(Column.LABEL, Column.PREDICTION, 4),
          new JointHistogram(Column.PREDICTION, Residual.SIGNED, 9),
          new JointHistogram(SCORE_LABEL, SCORE, 64),
          JointHistogram.of(Column.LABEL, Column.PREDICTION),
          new TopRows(Residual.ABSOLUTE, 1),
          new TopRows(Residual.ABSOLUTE, 5),
          new TopRows(SCORE, 100),
          new PerCategory(Role.SENSITIVE, Sum.of(Residual.OVER), 3, List.of()),
          PerCategory.of(Role.SENSITIVE, CellCounts.of(SCORE_LABEL, Compare.atLeast(SCORE, 0.5))),
          PerCategory.of(Role.SENSITIVE, new RowAudit(Domain.BINARY_PROBABILITY)),
          PerCategory.of(Role.SENSITIVE, Sum.squaredWeights(Residual.UNDER)),
          PerCategory.of(Role.SENSITIVE, new TopRows(Residual.ABSOLUTE, 3)),
          new PerCategory(Role.SENSITIVE, new BitHistogram(Residual.SIGNED, 4), 2, List.of()),
          PerCategory.only(Role.SPLIT, SIDES, new BitHistogram(Residual.SIGNED, 16)),
          PerCategory.only(Role.SPLIT, SIDES, new RowAudit(Domain.REAL)),
          PerCategory.only(
              Role.SPLIT, SIDES, new PerCategory(CATEGORY, Sum.of(new One(WORDS)), 5, List.of())),
          PerCategory.of(Role.SPLIT, PerCategory.of(CATEGORY, new RowAudit(WORDS))),
          PerCategory.of(Role.SPLIT, new MomentMatrix(Role.EMBEDDING, 1, 4, true)),
          new OfModel(Model.alone("baseline"), new ScoreHistogram(Domain.BINARY_SCORE, 4, false)),
          new OfModel(RIVALS, PerCategory.of(Role.SENSITIVE, Sum.of(Residual.OVER))),
          new OfModel(RIVALS, new TopRows(Residual.ABSOLUTE, 3)),
          new OfModel(RIVALS, CategoryPairs.of(NAME, GUESS)),
          new OfModel(RIVALS, PerClass.of(PerClass.SUM, SCORES)),
          PerCategory.of(Role.SENSITIVE, new OfModel(RIVALS, BitHistogram.of(Residual.ABSOLUTE))),
          new RowAudit(RIVALS.domain(Domain.BINARY_PROBABILITY)),
          Sum.of(Combination.difference(Residual.OVER, Residual.UNDER)),
          new MomentMatrix(Role.EMBEDDING, 1, 512, false),
          new MomentMatrix(Role.EMBEDDING, 2, 5, true));

  /** A metric that only remembers. */
  private record Probe(List<Statistic<?>> needs) implements Metric {
    @Override
    public MetricValue value(StateView states) {
      return MetricValue.undefined("a probe has no value");
    }
  }

  /** A suite that remembers some statistics. */
  public static Suite remembering(List<Statistic<?>> statistics) {
    Metric probe = new Probe(List.copyOf(statistics));
    return new Suite(List.of(new NamedMetric("probe", Map.of(), probe)), false, false, false);
  }

  /** Every entry of the catalogue with its defaults, and with every word of its word parameters. */
  public static List<NamedMetric> catalogue() {
    List<NamedMetric> metrics = new ArrayList<>();
    for (CatalogEntry entry : MetricCatalog.standard().entries()) {
      metrics.add(entry.bind());
      for (ParameterInfo parameter : entry.parameters()) {
        List<String> words =
            parameter.type() == boolean.class ? List.of("true", "false") : parameter.words();
        for (String word : words) {
          if (!word.equals(ParameterInfo.text(parameter.defaultValue()))) {
            metrics.add(entry.bind(Map.of(parameter.name(), word)));
          }
        }
      }
    }
    return metrics;
  }

  /** The suite of the whole catalogue, unweighted and with closed-form intervals. */
  public static Suite catalogueSuite() {
    return new Suite(catalogue(), false, true, false);
  }

  /** Instances and catalogue, unweighted and weighted, with and without hash groups. */
  public static Stream<Kernel> all() {
    List<Kernel> kernels = new ArrayList<>();
    Map<String, Suite> suites =
        Map.of("every kind", remembering(INSTANCES), "the catalogue", catalogueSuite());
    for (String name : suites.keySet().stream().sorted().toList()) {
      Suite suite = suites.get(name);
      kernels.add(new Kernel(name + ", unweighted", EvaluationPlan.of(suite)));
      Suite weighted = suite.withWeights();
      kernels.add(new Kernel(name + ", weighted", EvaluationPlan.of(weighted)));
      kernels.add(
          new Kernel(name + ", weighted, in groups", EvaluationPlan.of(weighted.withJackknife())));
    }
    return kernels.stream();
  }
}
