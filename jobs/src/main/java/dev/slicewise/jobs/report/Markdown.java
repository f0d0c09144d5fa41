package dev.slicewise.jobs.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Writes Markdown in which data is text and nothing else: no link, no HTML, no broken table. */
final class Markdown {
  private static final String SPECIAL = "\\`*_{}[]<>#+!|~&^$";

  private final Writer out;

  Markdown(Writer out) {
    this.out = out;
  }

  /** Data as text of a paragraph, a heading or a table's cell. */
  static String text(String data) {
    StringBuilder text = new StringBuilder();
    String visible = VisibleText.of(data);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      // An address is a link in many dialects, even without brackets.
      if (SPECIAL.indexOf(c) >= 0 || (c == ':' && visible.startsWith("://", i))) {
        text.append('\\');
      }
      text.append(c);
    }
    return text.toString();
  }

  static String text(Sentence sentence) {
    StringBuilder text = new StringBuilder();
    sentence.parts().forEach(part -> text.append(text(part.text())));
    return text.toString();
  }

  /** A line of Markdown of ours. */
  Markdown line(String markdown) {
    try {
      out.write(markdown);
      out.write("\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Markdown heading(String title) {
    return line("").line("## " + title).line("");
  }

  /** A table's head; the first columns are of text, the others of numbers. */
  Markdown head(int texts, List<String> columns) {
    StringBuilder rule = new StringBuilder("|");
    for (int i = 0; i < columns.size(); i++) {
      rule.append(i < texts ? "---|" : "---:|");
    }
    return row(columns).line(rule.toString());
  }

  /** A table's row of Markdown. */
  Markdown row(List<String> cells) {
    return line("| " + String.join(" | ", cells) + " |");
  }
}
