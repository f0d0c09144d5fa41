package dev.slicewise.core.metric.text;

import dev.slicewise.core.metric.MeanOfTerm;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.ArrayCondition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.core.term.Term;
import dev.slicewise.core.term.representation.Cosine;
import dev.slicewise.core.term.representation.VectorCondition;

/** How well texts fit images; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "clip_score",
    summary = "CLIP score: how well texts fit images, by the cosine of their embeddings.",
    formula = "mean of max(100·cos(image, text), 0); columns image and text hold the embeddings",
    range = "[0, 100]",
    better = Direction.HIGHER,
    edges = {
      "a zero vector, or vectors of different length: n_domain",
      "vectors that point apart: 0"
    },
    exactness = "exact up to the rounding of each row's value and of their mean",
    use =
        "For image captions and generated images. It is only as good as the embedding, whose name"
            + " belongs beside the number: scores of two models do not compare.",
    source = "Hessel et al. 2021 with w = 100, as torchmetrics CLIPScore")
public record ClipScore() implements MeanOfTerm {
  private static final Role IMAGE = new Role("image", Shape.NUMBERS);
  private static final Role TEXT = new Role("text", Shape.NUMBERS);
  private static final Domain DOMAIN =
      Domain.of(IMAGE, TEXT)
          .where(ArrayCondition.SameLength.of(IMAGE, TEXT))
          .where(new VectorCondition.NotZero(IMAGE))
          .where(new VectorCondition.NotZero(TEXT));

  @Override
  public Term term() {
    return new Fit();
  }

  private record Fit() implements Term {
    @Override
    public Domain domain() {
      return DOMAIN;
    }

    @Override
    public void fill(Admitted rows, double[] out) {
      double[][] images = rows.numbers(IMAGE);
      double[][] texts = rows.numbers(TEXT);
      for (int i = 0; i < rows.size(); i++) {
        out[i] = Math.max(0.0, 100 * Cosine.of(images[i], texts[i]).value());
      }
    }
  }
}
