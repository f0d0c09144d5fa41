package dev.slicewise.core.metric.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.Asked;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMetricsTest {
  private static final String[] HYPOTHESES = {
    "the cat is on the mat",
    "a b a b c",
    "there is no match here at all",
    "short",
    "the quick brown fox jumps over the dog"
  };
  private static final String[][] REFERENCES = {
    {"the cat sat on the mat", "a cat is on a mat there", "the the the"},
    {"a b c d e f", "a b a b"},
    {"nothing equals anything", "zzz"},
    {"short one", "a short one"},
    {"the quick brown fox jumped over the lazy dog"}
  };

  private static String[] split(String text) {
    return text.isEmpty() ? new String[0] : text.split(" ");
  }

  private static Rows rows(String[] hypotheses, String[]... references) {
    Object[] lists = new Object[references.length];
    Arrays.setAll(
        lists,
        i -> Arrays.stream(references[i]).map(TextMetricsTest::split).toArray(String[][]::new));
    return Rows.of(List.of(Role.VALUE), new double[hypotheses.length])
        .withObjects(
            Texts.HYPOTHESIS,
            Arrays.stream(hypotheses).map(TextMetricsTest::split).toArray(Object[]::new))
        .withObjects(Texts.REFERENCES, lists);
  }

  /** The first reference of each row alone, as tokens and as plain text. */
  private static Rows single(String[] hypotheses, String... references) {
    return Rows.of(List.of(Role.VALUE), new double[hypotheses.length])
        .withObjects(
            Texts.HYPOTHESIS,
            Arrays.stream(hypotheses).map(TextMetricsTest::split).toArray(Object[]::new))
        .withObjects(
            Texts.REFERENCE,
            Arrays.stream(references).map(TextMetricsTest::split).toArray(Object[]::new))
        .withObjects(Texts.HYPOTHESIS.as(Shape.TEXT), (Object[]) hypotheses)
        .withObjects(Texts.REFERENCE.as(Shape.TEXT), (Object[]) references);
  }

  private static String[] firsts() {
    return Arrays.stream(REFERENCES).map(texts -> texts[0]).toArray(String[]::new);
  }

  /** sacrebleu 2.5.1, BLEU(tokenize="none", …).corpus_score. */
  @ParameterizedTest
  @CsvSource({
    "exp, null, 38.98607382031157, 6.3516593519326845, 41.11336169005196, 13.111320636589685",
    "none, null, 38.98607382031157, 0, 0, 0",
    "floor, null, 38.98607382031157, 3.1947155212313625, 27.494162035211286, 8.768068561156639",
    "floor, 0.5, 38.98607382031157, 10.682175159905853, 41.11336169005196, 13.111320636589685",
    "add_k, null, 43.580188514566075, 15.619699684601283, 51.69731539571708, 16.486612875739628",
    "add_k, 0.25, 40.26517795442134, 6.117520692916044, 35.396892908579844, 11.28830125744046",
  })
  void bleu(String smooth, String value, double all, double poor, double tied, double brief) {
    String metric = "corpus_bleu(smooth_method=" + smooth + ",smooth_value=" + value + ")";
    String[] hypotheses = {"a b c d e", "x y"};
    Rows[] corpora = {
      rows(HYPOTHESES, REFERENCES),
      rows(new String[] {HYPOTHESES[2], HYPOTHESES[3]}, REFERENCES[2], REFERENCES[3]),
      // References as close: 8 and 2 tokens for 5, so the shorter counts.
      rows(
          hypotheses, new String[] {"a b c x y z e f", "a c"}, new String[] {"x z y q q q q", "x"}),
      rows(hypotheses, new String[] {"a b c x y z e f"}, new String[] {"x z y q q q q"}),
    };
    double[] expected = {all, poor, tied, brief};
    for (int i = 0; i < corpora.length; i++) {
      assertThat(Asked.scalar(metric, corpora[i]).value())
          .isEqualTo(expected[i], within(1e-12 * Math.max(1, expected[i])));
    }
  }

  @Test
  void bleuOfOtherOrdersOfWeightsAndOfNothing() {
    Rows rows = rows(HYPOTHESES, REFERENCES);
    // sacrebleu 2.5.1, max_ngram_order=2; and the rows 2, 1, 3, 1, 1 times.
    assertThat(Asked.scalar("corpus_bleu(max_order=2)", rows).value())
        .isEqualTo(64.48448773347864, within(1e-12));
    Rows weighted = rows.with(Role.WEIGHT, new double[] {2, 1, 3, 1, 1});
    assertThat(Asked.scalar("corpus_bleu", weighted).value())
        .isEqualTo(27.262026883825655, within(1e-12));
    Rows nothing = rows(new String[] {"", "a"}, new String[] {"a b"}, new String[] {"b"});
    assertThat(Asked.scalar("corpus_bleu", nothing).value()).isZero();
    Rows none = rows(new String[] {"a"}, new String[0]);
    assertThat(Asked.result("corpus_bleu", none).counters()).containsEntry("n_domain", 1L);
  }

  /** rouge_score 0.1.2, RougeScorer.score_multi with a tokenizer that splits at spaces; means. */
  @ParameterizedTest
  @CsvSource({
    "rouge1, 0.7016666666666667, 0.6222222222222222, 0.642483660130719",
    "rouge2, 0.3842857142857143, 0.42000000000000004, 0.3980952380952381",
    "rouge_n(n=3), 0.25, 0.3071428571428571, 0.27153846153846156",
    "rouge_l, 0.7016666666666667, 0.6222222222222222, 0.642483660130719",
  })
  void rouge(String metric, double precision, double recall, double fmeasure) {
    Rows rows = rows(HYPOTHESES, REFERENCES);
    String open = metric.endsWith(")") ? metric.replace(")", ",") : metric + "(";
    assertThat(Asked.scalar(open + "measure=precision)", rows).value())
        .isEqualTo(precision, within(1e-15));
    assertThat(Asked.scalar(open + "measure=recall)", rows).value())
        .isEqualTo(recall, within(1e-15));
    assertThat(Asked.scalar(metric, rows).value()).isEqualTo(fmeasure, within(1e-15));
  }

  @Test
  void sequencesAlignAsByTryingEverything() {
    SplittableRandom random = new SplittableRandom(6);
    for (int trial = 0; trial < 400; trial++) {
      int[] a = random.ints(random.nextInt(7), 0, 3).toArray();
      int[] b = random.ints(random.nextInt(7), 0, 3).toArray();
      assertThat(Alignment.distance(a, b)).isEqualTo(distance(a, b, 0, 0));
      assertThat(Alignment.commonSubsequence(a, b)).isEqualTo(common(a, b, 0, 0));
    }
  }

  private static int distance(int[] a, int[] b, int i, int j) {
    if (i == a.length || j == b.length) {
      return a.length - i + b.length - j;
    }
    int both = distance(a, b, i + 1, j + 1) + (a[i] == b[j] ? 0 : 1);
    return Math.min(both, 1 + Math.min(distance(a, b, i + 1, j), distance(a, b, i, j + 1)));
  }

  private static int common(int[] a, int[] b, int i, int j) {
    if (i == a.length || j == b.length) {
      return 0;
    }
    return a[i] == b[j]
        ? 1 + common(a, b, i + 1, j + 1)
        : Math.max(common(a, b, i + 1, j), common(a, b, i, j + 1));
  }

  @Test
  void errorRates() {
    Rows rows = single(HYPOTHESES, firsts());
    // jiwer 4.0.0; and with the rows 2, 1, 3, 1, 1 times.
    assertThat(Asked.scalar("word_error_rate", rows).value())
        .isEqualTo(0.5769230769230769, within(1e-15));
    assertThat(Asked.scalar("character_error_rate", rows).value())
        .isEqualTo(0.4036697247706422, within(1e-15));
    Rows weighted = rows.with(Role.WEIGHT, new double[] {2, 1, 3, 1, 1});
    assertThat(Asked.scalar("wer", weighted).value()).isEqualTo(0.7894736842105263, within(1e-15));
    assertThat(Asked.scalar("cer", weighted).value()).isEqualTo(0.5480225988700564, within(1e-15));
    Rows empty = single(new String[] {"a b"}, "");
    assertThat(Asked.value("wer", empty))
        .isEqualTo(MetricValue.undefined("no word in any reference"));
    assertThat(Asked.result("wer(max_tokens=5)", rows).counters()).containsEntry("n_domain", 4L);
    // One code point of two chars is one character.
    Rows emoji = single(new String[] {"\ud83d\ude00b"}, "\ud83d\ude01b");
    assertThat(Asked.scalar("cer", emoji).value()).isEqualTo(0.5);
  }

  @Test
  void answers() {
    Rows rows = rows(HYPOTHESES, REFERENCES);
    // SQuAD 1.1's evaluate script by its formula, without its normalisation.
    assertThat(Asked.scalar("token_f1", rows).value()).isEqualTo(0.642483660130719, within(1e-15));
    assertThat(Asked.scalar("exact_match", rows).value()).isZero();
    Rows some =
        rows(
            new String[] {"", "", "b a", "a"},
            new String[] {""},
            new String[] {"a"},
            new String[] {"a b"},
            new String[] {"b", "a"});
    assertThat(Asked.scalar("exact_match", some).value()).isEqualTo(0.5);
    assertThat(Asked.scalar("token_f1", some).value()).isEqualTo(0.75);
  }

  @Test
  void clipScore() {
    Rows rows =
        Rows.of(List.of(Role.VALUE), new double[3])
            .withObjects(
                new Role("image", Shape.NUMBERS),
                new double[] {1, 0},
                new double[] {1, 0},
                new double[] {0, 0})
            .withObjects(
                new Role("text", Shape.NUMBERS),
                new double[] {1, 1},
                new double[] {-1, 0.1},
                new double[] {1, 0});
    // By hand: 100/√2, and 0 for directions apart.
    assertThat(Asked.scalar("clip_score", rows).value())
        .isEqualTo(35.35533905932738, within(1e-13));
    assertThat(Asked.result("clip_score", rows).counters()).containsEntry("n_domain", 1L);
  }
}
