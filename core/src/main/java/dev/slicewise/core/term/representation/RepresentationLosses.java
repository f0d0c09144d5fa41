package dev.slicewise.core.term.representation;

import dev.slicewise.core.term.Loss;
import java.util.List;

/** The losses of embeddings. One line each. */
public final class RepresentationLosses {
  /** All of them. */
  public static final List<Loss> ALL =
      List.of(
          new Contrastive(),
          new CosineEmbedding(),
          new InfoNce(),
          new ReconstructionError(),
          new TripletMargin());

  private RepresentationLosses() {}
}
