package dev.slicewise.core.metric.combined;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.FixedSum;
import dev.slicewise.core.statistic.PerClass;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.ArrayCondition;
import dev.slicewise.core.term.ClassLabel;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.ClassTerm;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import java.util.List;

/** E·Σ_e f_e·P_e of a mixture of experts; all else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "moe_load_balance",
    summary = "Load balance of a mixture of experts: 1 balanced, E when one of E does everything.",
    formula =
        "E·Σ_e f_e·P_e, f_e the share of tokens given to expert e and P_e its mean router"
            + " probability; E experts as in the longest array",
    range = "[0, inf)",
    better = Direction.ONE,
    edges = {
      "no usable rows: undefined",
      "probabilities that are no distribution: row skipped, n_domain",
      "assignment=expert and no such position: row skipped, n_domain",
      "all weights below 2^-61: undefined"
    },
    use =
        "A router that collapses shows here long before the loss does. Values below 1 mean that"
            + " experts get most tokens where their probability is low.",
    source = "Fedus, Zoph, Shazeer 2021, Switch Transformer, arXiv:2101.03961, without its factor")
public record MoeLoadBalance(
    @Parameter(
            doc =
                "argmax: a token goes to its most probable expert; expert: to the position in"
                    + " column expert")
        Assignment assignment)
    implements Metric {
  private static final Role EXPERT = new Role("expert");

  /** Which expert a token is given to. */
  public enum Assignment {
    /** The most probable one. */
    ARGMAX,
    /** The one a column names. */
    EXPERT
  }

  /** To the most probable expert. */
  public MoeLoadBalance() {
    this(Assignment.ARGMAX);
  }

  /** 1 at the position that a column names, 0 at the others. */
  record Chosen(Domain domain) implements ClassTerm {
    @Override
    public double[][] of(Admitted rows) {
      double[] chosen = rows.column(EXPERT);
      double[][] router = rows.numbers(ClassLabel.ARRAY);
      double[][] indicators = new double[rows.size()][];
      for (int i = 0; i < indicators.length; i++) {
        indicators[i] = new double[router[i].length];
        indicators[i][(int) chosen[i]] = 1.0;
      }
      return indicators;
    }
  }

  private Domain domain() {
    Domain router = Domain.of(ClassLabel.ARRAY);
    if (assignment == Assignment.EXPERT) {
      router = router.and(EXPERT);
    }
    router =
        router
            .where(new ArrayCondition.Length(ClassLabel.ARRAY, 2, ClassNames.MOST))
            .where(ArrayCondition.Probabilities.simplex(ClassLabel.ARRAY));
    return assignment == Assignment.EXPERT
        ? router.where(new ArrayCondition.IndexOf(EXPERT, ClassLabel.ARRAY))
        : router;
  }

  private PerClass<FixedSum.State> probabilities() {
    return PerClass.of(PerClass.FIXED_SUM, new ClassTerm.Elements(domain(), ClassLabel.ARRAY));
  }

  private PerClass<FixedSum.State> tokens() {
    return PerClass.of(
        PerClass.FIXED_SUM,
        assignment == Assignment.EXPERT
            ? new Chosen(domain())
            : new ClassTerm.Largest(domain(), ClassLabel.ARRAY));
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(probabilities(), tokens());
  }

  @Override
  public MetricValue value(StateView states) {
    List<FixedSum.State> probabilities = states.state(probabilities()).classes();
    List<FixedSum.State> tokens = states.state(tokens()).classes();
    Dyadic all = Dyadic.ZERO;
    Dyadic products = Dyadic.ZERO;
    for (int e = 0; e < tokens.size(); e++) {
      all = all.plus(tokens.get(e).toDyadic());
      products = products.plus(tokens.get(e).toDyadic().times(probabilities.get(e).toDyadic()));
    }
    return all.signum() == 0
        ? MetricValue.undefined("all weights are below 2^-61, too small for fixed-point sums")
        : MetricValue.exact(products.times(Dyadic.of(tokens.size())).over(all.squared()))
            .with("experts", tokens.size());
  }
}
