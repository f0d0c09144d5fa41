package dev.slicewise.jobs.report;

import dev.slicewise.jobs.findings.Verdict.Mood;

/**
 * One thing the report says at its top.
 *
 * @param mood how good the news is
 * @param badge it in a word
 * @param headline what happened
 * @param detail where, and how sure; may be empty
 * @param section id of the section that shows it
 */
record Statement(Mood mood, String badge, Sentence headline, Sentence detail, String section) {
  void write(Html html) {
    html.open("li", "statement " + css(mood));
    html.element("span", "badge " + css(mood), badge);
    html.open("div").open("p", "headline").open("a").attribute("href", "#" + section);
    headline.write(html);
    html.close().close();
    if (!detail.isEmpty()) {
      html.open("p", "detail");
      detail.write(html);
      html.close();
    }
    html.close().close();
  }

  /** What a mood is called in the style sheet. */
  static String css(Mood mood) {
    return switch (mood) {
      case BAD -> "bad";
      case UNSURE -> "unsure";
      case GOOD -> "good";
      case NONE -> "plain";
    };
  }
}
