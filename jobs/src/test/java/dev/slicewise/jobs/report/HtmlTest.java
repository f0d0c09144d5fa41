package dev.slicewise.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
  private final StringWriter out = new StringWriter();
  private final Html html = new Html(out);

  @Test
  void escapesTextAndAttributes() {
    html.open("p").attribute("title", "a\"b'c<d>e&f").text("</p>&amp;<b>").close().end();
    assertThat(out.toString())
        .isEqualTo(
            "<!DOCTYPE html>\n<p title=\"a&quot;b&#39;c&lt;d&gt;e&amp;f\">"
                + "&lt;/p&gt;&amp;amp;&lt;b&gt;</p>\n");
  }

  @Test
  void closesEmptyElements() {
    html.open("p").text("a_").open("wbr").close().text("b").close().end();
    assertThat(out.toString()).endsWith("<p>a_<wbr/>b</p>\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "img", "iframe", "link", "form", "a b", "", "foreignObject"})
  void refusesElementsThatCouldLoadOrRun(String element) {
    assertThatThrownBy(() -> html.open(element)).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"onclick", "style", "src", "xlink:href", "x onload", ""})
  void refusesAttributesThatCouldLoadOrRun(String attribute) {
    html.open("p");
    assertThatThrownBy(() -> html.attribute(attribute, "x")).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "https:", "//x", "data:,", " #a", ""})
  void linksWithinThePageOnly(String target) {
    html.open("a");
    assertThatThrownBy(() -> html.attribute("href", target)).isInstanceOf(AssertionError.class);
  }

  @Test
  void refusesAttributesAfterText() {
    html.open("p").text("x");
    assertThatThrownBy(() -> html.attribute("title", "x")).isInstanceOf(AssertionError.class);
  }

  @Test
  void refusesContentOfEmptyElementsAndUnclosedOnes() {
    html.open("wbr");
    assertThatThrownBy(() -> html.text("x")).isInstanceOf(AssertionError.class);
    assertThatThrownBy(html::end).isInstanceOf(AssertionError.class);
  }

  @Test
  void refusesStyleThatCouldEndItself() {
    assertThatThrownBy(() -> html.style("</style>")).isInstanceOf(AssertionError.class);
  }

  @Test
  void reportsAFullDisk() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] characters, int from, int length) throws IOException {
            throw new IOException("no space left");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> new Html(full)).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> HtmlReport.write(full, Samples.ordinary()))
        .isInstanceOf(IOException.class)
        .hasMessage("no space left");
  }
}
