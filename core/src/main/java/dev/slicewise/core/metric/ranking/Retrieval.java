package dev.slicewise.core.metric.ranking;

/** What is measured of a list in which items are relevant or not. */
enum Retrieval {
  /** Relevant ones among the first k, over k. */
  PRECISION {
    @Override
    double of(boolean[] relevant, int total, int k) {
      return (double) hits(relevant, k) / k;
    }
  },
  /** Relevant ones among the first k, over k or the length of a shorter list. */
  ADAPTIVE_PRECISION {
    @Override
    double of(boolean[] relevant, int total, int k) {
      return (double) hits(relevant, k) / Math.min(k, relevant.length);
    }
  },
  /** Relevant ones among the first k, over all relevant ones. */
  RECALL {
    @Override
    double of(boolean[] relevant, int total, int k) {
      return (double) hits(relevant, k) / total;
    }
  },
  /** Whether a relevant one is among the first k. */
  HIT {
    @Override
    double of(boolean[] relevant, int total, int k) {
      return hits(relevant, k) > 0 ? 1 : 0;
    }
  },
  /** One over the rank of the first relevant one, 0 beyond k. */
  RECIPROCAL_RANK {
    @Override
    double of(boolean[] relevant, int total, int k) {
      int first = first(relevant);
      return first <= k ? 1.0 / first : 0;
    }
  },
  /** The rank of the first relevant one. */
  FIRST_POSITION {
    @Override
    double of(boolean[] relevant, int total, int k) {
      return first(relevant);
    }
  },
  /** Precision at as many ranks as there are relevant ones. */
  R_PRECISION {
    @Override
    double of(boolean[] relevant, int total, int k) {
      return (double) hits(relevant, total) / total;
    }
  },
  /** Irrelevant ones among the first k, over all irrelevant ones. */
  FALL_OUT {
    @Override
    double of(boolean[] relevant, int total, int k) {
      int shown = Math.min(k, relevant.length);
      return (double) (shown - hits(relevant, k)) / (relevant.length - total);
    }
  },
  /** Average precision over the number of relevant ones that k places can show. */
  AVERAGE_PRECISION_MIN_RK {
    @Override
    double of(boolean[] relevant, int total, int k) {
      return precisions(relevant, k) / Math.min(total, k);
    }
  },
  /** Average precision over the relevant ones among the first k; 0 without any. */
  AVERAGE_PRECISION_RELEVANT_RETRIEVED {
    @Override
    double of(boolean[] relevant, int total, int k) {
      int hits = hits(relevant, k);
      return hits == 0 ? 0 : precisions(relevant, k) / hits;
    }
  },
  /** Average precision over all relevant ones. */
  AVERAGE_PRECISION_TOTAL_RELEVANT {
    @Override
    double of(boolean[] relevant, int total, int k) {
      return precisions(relevant, k) / total;
    }
  };

  /**
   * The measure of one list.
   *
   * @param relevant per rank, the best score first
   * @param total how many are relevant
   * @param k the cut, at least 1
   */
  abstract double of(boolean[] relevant, int total, int k);

  private static int hits(boolean[] relevant, int k) {
    int hits = 0;
    for (int i = 0; i < Math.min(k, relevant.length); i++) {
      hits += relevant[i] ? 1 : 0;
    }
    return hits;
  }

  private static int first(boolean[] relevant) {
    int rank = 1;
    while (!relevant[rank - 1]) {
      rank++;
    }
    return rank;
  }

  /** Σ over the relevant ones among the first k of the precision at their rank. */
  private static double precisions(boolean[] relevant, int k) {
    double sum = 0;
    int hits = 0;
    for (int i = 0; i < Math.min(k, relevant.length); i++) {
      if (relevant[i]) {
        hits++;
        sum += (double) hits / (i + 1);
      }
    }
    return sum;
  }
}
