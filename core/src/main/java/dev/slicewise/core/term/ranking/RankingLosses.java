package dev.slicewise.core.term.ranking;

import dev.slicewise.core.term.Loss;
import java.util.List;

/** The losses of lists. One line each. */
public final class RankingLosses {
  /** All of them. */
  public static final List<Loss> ALL =
      List.of(
          new ApproxNdcg(),
          new LambdaNdcg(),
          new Listnet(),
          new ListwiseSoftmax(),
          new PairwiseHinge(),
          new PairwiseLogistic());

  private RankingLosses() {}
}
