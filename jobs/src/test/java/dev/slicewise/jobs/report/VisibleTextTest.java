package dev.slicewise.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void leavesOrdinaryTextAlone() {
    for (String text :
        new String[] {"", "UA", "Gdańsk", "東京", "שלום", "مرحبا", "👩‍👩‍👧", "e\u0301", "a b"}) {
      assertThat(VisibleText.of(text)).isEqualTo(text);
    }
  }

  @Test
  void showsControlCharactersAsPictures() {
    assertThat(VisibleText.of("a\u0000b\tc\nd\re\u001bf\u007f")).isEqualTo("a␀b␉c␊d␍e␛f␡");
  }

  @Test
  void namesWhatIsInvisibleOrTurnsTheDirection() {
    assertThat(VisibleText.of("a\u202eb\u2066c\u200fd")).isEqualTo("a[U+202E]b[U+2066]c[U+200F]d");
    assertThat(VisibleText.of("\u200b\ufeff\u00ad\u2028\u0085\uffff"))
        .isEqualTo("[U+200B][U+FEFF][U+00AD][U+2028][U+0085][U+FFFF]");
    assertThat(VisibleText.of(new String(Character.toChars(0xe0041)))).isEqualTo("[U+E0041]");
  }

  @Test
  void replacesHalvesOfCharacters() {
    assertThat(VisibleText.of("a\ud800b\udc00")).isEqualTo("a\ufffdb\ufffd");
  }

  @Test
  void cutsTowersOfAccents() {
    assertThat(VisibleText.of("a" + "\u0301".repeat(5000) + "b"))
        .isEqualTo("a" + "\u0301".repeat(6) + "b");
  }

  @Test
  void cutsLongTextBetweenCharacters() {
    assertThat(VisibleText.cut("abc", 3)).isEqualTo("abc");
    assertThat(VisibleText.cut("abcd", 3)).isEqualTo("ab…");
    assertThat(VisibleText.cut("😀😀😀😀", 3)).isEqualTo("😀😀…");
    assertThat(VisibleText.cut("x".repeat(1_000_000), 120)).hasSize(120);
  }
}
