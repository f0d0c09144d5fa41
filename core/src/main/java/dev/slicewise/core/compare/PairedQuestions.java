package dev.slicewise.core.compare;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.comparison.MetricDifference;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Model;
import dev.slicewise.core.term.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of models and a baseline on the same rows, and what has to be remembered for it.
 *
 * @param asked the comparisons of the metrics
 * @param parts those of what a loss of probabilities consists of
 * @param metrics what is evaluated: every metric of every model, and the differences
 */
public record PairedQuestions(
    List<ModelComparison> asked, List<ModelComparison> parts, List<String> metrics) {
  private static final List<String> LOSSES = List.of("brier", "log_loss");
  private static final String BASELINE = Role.BASELINE.name();

  /**
   * The questions about some metrics.
   *
   * @param models the roles of the models' predictions
   * @param margins how much worse is tolerated, by the metric's text
   * @throws IllegalArgumentException when a metric cannot be asked of two models
   */
  public static PairedQuestions of(
      Collection<String> models, List<NamedMetric> metrics, Map<String, Double> margins) {
    List<ModelComparison> asked = new ArrayList<>();
    List<ModelComparison> parts = new ArrayList<>();
    Set<String> evaluated = new LinkedHashSet<>();
    for (String model : models) {
      for (NamedMetric metric : metrics) {
        evaluated.add(of(model, metric));
        if (!isOfTwo(metric)) {
          evaluated.add(of(BASELINE, metric));
          Double margin = margins.get(metric.text());
          asked.add(new ModelComparison(model, BASELINE, metric, margin));
        }
      }
      if (metrics.stream().anyMatch(PairedQuestions::isLossOfProbabilities)) {
        for (String part :
            List.of(LossReading.LOSS, LossReading.MISCALIBRATION, LossReading.DISCRIMINATION)) {
          NamedMetric metric = MetricCatalog.standard().parse(part);
          parts.add(new ModelComparison(model, BASELINE, metric, null));
        }
      }
    }
    asked.forEach(question -> evaluated.add(question.question().text()));
    parts.forEach(question -> evaluated.add(question.question().text()));
    // What a difference needs is looked up here, so that it may be refused before any row is read.
    asked.forEach(question -> question.question().metric().needs());
    return new PairedQuestions(asked, parts, new ArrayList<>(evaluated));
  }

  /** Such as flip_rate: it is no difference but asked beside them. */
  private static boolean isOfTwo(NamedMetric metric) {
    return metric.roles().stream().anyMatch(role -> role.name().equals(BASELINE));
  }

  private static boolean isLossOfProbabilities(NamedMetric metric) {
    if (!LOSSES.contains(metric.id()) || !metric.roles().get(0).equals(Role.LABEL)) {
      return false;
    }
    for (Statistic<?> need : metric.metric().needs()) {
      Domain domain = need.domain();
      if (domain.equals(Domain.BINARY_PROBABILITY) || domain.equals(Domain.SOFT_PROBABILITY)) {
        return true;
      }
    }
    return false;
  }

  private static String of(String role, NamedMetric metric) {
    return role.equals(Model.PREDICTION)
        ? metric.text()
        : "model_metric(metric='" + metric.text() + "',model=" + role + ")";
  }

  /**
   * The comparisons that states were made for.
   *
   * @param metrics which of them; all when null
   * @param margins how much worse is tolerated, by the metric's text
   * @throws IllegalArgumentException when the states do not remember one
   */
  public static List<ModelComparison> remembered(
      EvaluationPlan plan, List<NamedMetric> metrics, Map<String, Double> margins) {
    List<ModelComparison> all = new ArrayList<>();
    for (NamedMetric metric : plan.suite().metrics()) {
      if (metric.metric() instanceof MetricDifference difference) {
        NamedMetric asked = difference.asked();
        Double margin = margins.get(asked.text());
        all.add(new ModelComparison(difference.model(), difference.other(), asked, margin));
      }
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          "expected states that remember the difference of two models on the same rows, found"
              + " those of "
              + String.join(", ", plan.suite().metrics().stream().map(NamedMetric::text).toList())
              + "; evaluate again with a baseline, or compare with the states of other rows");
    }
    return metrics == null ? all : chosen(all, metrics);
  }

  private static List<ModelComparison> chosen(
      List<ModelComparison> all, List<NamedMetric> metrics) {
    List<ModelComparison> chosen = new ArrayList<>();
    for (NamedMetric metric : metrics) {
      List<ModelComparison> found =
          all.stream().filter(one -> one.metric().text().equals(metric.text())).toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            "expected metrics whose difference the states remember ("
                + String.join(", ", all.stream().map(one -> one.metric().text()).toList())
                + "), found "
                + metric.text()
                + "; evaluate again with it");
      }
      chosen.addAll(found);
    }
    return chosen;
  }
}
