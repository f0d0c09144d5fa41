package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.RowView;

/** T²·D(teacher‖student); everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "distillation_kl",
    aliases = {"distillation"},
    summary = "Distillation: divergence of a student's softened distribution from its teacher's.",
    formula = "T²·D(softmax(t/T)‖softmax(s/T)), t the label's and s the prediction's logits",
    gradient = "T·(softmax(s/T)_k − softmax(t/T)_k)",
    hessian = "diagonal q_k(1−q_k), q = softmax(s/T)",
    units = "nats times T²",
    noiseModel = "categorical with the teacher's shares",
    elicits = "the teacher's distribution at temperature T",
    cost = "T² keeps gradients of the same size whatever the temperature.",
    trap =
        "Values at different temperatures do not compare, and agreement with the teacher is not"
            + " agreement with the labels.",
    edges = {
      ClassLoss.EDGE_NONE,
      "fewer than 2 logits, or arrays of other length: row skipped, n_domain"
    },
    source = "Hinton, Vinyals, Dean 2015, arXiv:1503.02531")
public record DistillationKl(
    @Parameter(doc = "above 1 softens both distributions", range = "[1e-6, 1e6]")
        double temperature)
    implements ArrayLoss {
  /** Unsoftened. */
  public DistillationKl() {
    this(1.0);
  }

  @Override
  public Domain domain() {
    return Distributions.SCORES;
  }

  @Override
  public double value(RowView row) {
    Softmax teacher = Softmax.of(row.numbers(Distributions.LABEL), temperature);
    Softmax student = Softmax.of(row.numbers(variable()), temperature);
    double sum = 0;
    for (int k = 0; k < teacher.scores().length; k++) {
      double share = teacher.probability(k);
      sum += share > 0 ? share * (student.surprise(k) - teacher.surprise(k)) : 0.0;
    }
    return temperature * temperature * Math.max(0.0, sum);
  }

  @Override
  public double[] gradient(RowView row) {
    Softmax teacher = Softmax.of(row.numbers(Distributions.LABEL), temperature);
    Softmax student = Softmax.of(row.numbers(variable()), temperature);
    double[] gradient = new double[teacher.scores().length];
    for (int k = 0; k < gradient.length; k++) {
      gradient[k] = temperature * (student.probability(k) - teacher.probability(k));
    }
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    Softmax student = Softmax.of(row.numbers(variable()), temperature);
    double[] hessian = new double[student.scores().length];
    for (int k = 0; k < hessian.length; k++) {
      double q = student.probability(k);
      hessian[k] = q * (1.0 - q);
    }
    return hessian;
  }
}
