package dev.slicewise.core.term.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.Asked;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Derivatives;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RepresentationLossTest {
  private static final Role[] VECTORS = {
    role("anchor"),
    role("positive"),
    role("negative"),
    role("left"),
    role("right"),
    role("similarities"),
    Role.LABEL.as(Shape.NUMBERS),
    Role.PREDICTION.as(Shape.NUMBERS)
  };

  private static Role role(String name) {
    return new Role(name, Shape.NUMBERS);
  }

  private static ArrayLoss loss(String id, Map<String, String> parameters) {
    return (ArrayLoss) MetricCatalog.standard().entry(id).bindLoss(parameters);
  }

  private static Map<Role, Object> row(SplittableRandom random, double label) {
    int length = random.nextInt(1, 5);
    Map<Role, Object> cells = new LinkedHashMap<>();
    for (Role role : VECTORS) {
      double[] vector = vector(random, length);
      // What others are subtracted from stays away from them: absolute values have kinks at 0.
      boolean apart = role.name().equals("anchor") || role.name().equals("prediction");
      cells.put(role, apart ? Arrays.stream(vector).map(x -> x + 3).toArray() : vector);
    }
    cells.put(role("negatives"), vector(random, 3 * length));
    cells.put(new Role("positive_index"), (double) random.nextInt(length));
    cells.put(Role.LABEL, label);
    return cells;
  }

  /** Elements away from zero, where norms have kinks. */
  private static double[] vector(SplittableRandom random, int length) {
    double[] vector = new double[length];
    for (int i = 0; i < length; i++) {
      vector[i] = (random.nextBoolean() ? 1 : -1) * (0.4 + random.nextDouble());
    }
    return vector;
  }

  @Test
  void derivativesAreThoseOfFiniteDifferences() {
    SplittableRandom random = new SplittableRandom(8);
    for (int trial = 0; trial < 60; trial++) {
      double binary = trial % 2;
      Derivatives.check(loss("contrastive", Map.of("margin", "9")), row(random, binary));
      Derivatives.check(loss("contrastive", Map.of("margin", "0.01")), row(random, binary));
      Map<Role, Object> signed = row(random, 2 * binary - 1);
      Derivatives.check(loss("cosine_embedding", Map.of("margin", "-1")), signed);
      Map<Role, Object> any = row(random, 1);
      Derivatives.check(loss("info_nce", Map.of("temperature", "0.5")), any);
      Map<String, String> embeddings = Map.of("temperature", "0.5", "inputs", "embeddings");
      Derivatives.check(loss("info_nce", embeddings), any);
      Derivatives.check(loss("reconstruction_error", Map.of()), any);
      Derivatives.check(loss("reconstruction_error", Map.of("norm", "absolute")), any);
      for (String p : new String[] {"2", "3", "1"}) {
        Derivatives.check(loss("triplet_margin", Map.of("p", p, "margin", "20")), any);
      }
    }
  }

  private static Rows vectors(Map<String, double[][]> columns) {
    int count = columns.values().iterator().next().length;
    Rows rows = Rows.of(List.of(Role.VALUE), new double[count]);
    for (Map.Entry<String, double[][]> column : columns.entrySet()) {
      rows = rows.withObjects(role(column.getKey()), (Object[]) column.getValue());
    }
    return rows;
  }

  @Test
  void infoNceOfVectorsIsThatOfTheirCosines() {
    Rows rows =
        vectors(
            Map.of(
                "anchor", new double[][] {{1, 0}},
                "positive", new double[][] {{3, 4}},
                "negatives", new double[][] {{0, 2, -1, 0}},
                "similarities", new double[][] {{0, 0.6, -1}}));
    double cosines =
        Asked.scalar(
                "info_nce(temperature=0.5)",
                rows.with(new Role("positive_index"), new double[] {1}))
            .value();
    assertThat(Asked.scalar("info_nce(temperature=0.5,inputs=embeddings)", rows).value())
        .isEqualTo(cosines, within(1e-15));
  }

  @Test
  void reconstructionErrorsAreMeansOfMeans() {
    Rows rows =
        vectors(
            Map.of(
                "label", new double[][] {{1, 2, 3}, {0}, {1}, {}},
                "prediction", new double[][] {{1, 4, 0}, {0.5}, {1, 2}, {}}));
    // By hand: (0 + 4 + 9)/3 and 0.25; (0 + 2 + 3)/3 and 0.5.
    assertThat(Asked.scalar("reconstruction_error", rows).value())
        .isEqualTo((13.0 / 3 + 0.25) / 2, within(1e-15));
    assertThat(Asked.scalar("reconstruction_error(norm=absolute)", rows).value())
        .isEqualTo((5.0 / 3 + 0.5) / 2, within(1e-15));
    assertThat(Asked.result("reconstruction_error", rows).counters()).containsEntry("n_domain", 2L);
  }

  @Test
  void directionsNeedVectorsThatAreNotZeroAndSurviveTheRangeOfDoubles() {
    Rows rows =
        vectors(
                Map.of(
                    "left", new double[][] {{1e300, 1e300}, {5e-324, 0}, {0, 0}, {1, 1}},
                    "right", new double[][] {{1e-300, 1e-300}, {2, 0}, {1, 0}, {1}}))
            .with(Role.LABEL, new double[] {1, 1, 1, 1});
    assertThat(Asked.scalar("cosine_embedding", rows).value()).isEqualTo(0, within(1e-15));
    assertThat(Asked.result("cosine_embedding", rows).counters()).containsEntry("n_domain", 2L);
    Rows negatives =
        vectors(
            Map.of(
                "anchor", new double[][] {{1, 0}, {1, 0}, {1, 0}, {1, 0}},
                "positive", new double[][] {{1, 0}, {1, 0}, {1, 0}, {1, 0}},
                "negatives", new double[][] {{0, 1}, {0, 1, 2}, {}, {1, 1, 0, 0}}));
    assertThat(Asked.result("info_nce(inputs=embeddings)", negatives).counters())
        .containsEntry("n_used", 1L)
        .containsEntry("n_domain", 3L);
  }

  @Test
  void distancesBeyondTheRangeOfDoublesOverflow() {
    double huge = Double.MAX_VALUE;
    Rows rows =
        vectors(
            Map.of(
                "anchor", new double[][] {{huge}},
                "positive", new double[][] {{-huge}},
                "negative", new double[][] {{-huge}}));
    assertThat(Asked.scalar("triplet_margin", rows).value()).isInfinite().isPositive();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetricCatalog.standard().parse("triplet_margin(p=Infinity)"))
        .withMessageContaining("p");
  }
}
