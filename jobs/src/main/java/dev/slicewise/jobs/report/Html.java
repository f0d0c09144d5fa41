package dev.slicewise.jobs.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML that is also well-formed XML. There is no way to write unescaped data, nor an element
 * or attribute that could run or load anything but the report's own script.
 */
final class Html {
  /** Elements without content: those of HTML, and SVG's shapes. */
  private static final Set<String> EMPTY = words("meta wbr circle line path rect");

  /** Elements that start on a line of their own, so that reports compare line by line. */
  private static final Set<String> LINES =
      words(
          "head meta title style body header main section h1 h2 h3 p ul li dl dt div"
              + " figure figcaption table caption thead tbody tfoot tr details summary nav ol");

  /** Further elements. Nothing else can be written: no image, no link, no form. */
  private static final Set<String> INLINE =
      words("html th td dd span a b i bdi code small sup svg text desc g");

  private static final Set<String> ATTRIBUTES =
      words(
          "lang charset name content http-equiv class id href title scope colspan open"
              + " tabindex role aria-label aria-hidden aria-labelledby viewBox width height x"
              + " y x1 x2 y1 y2 cx cy r d text-anchor rowspan");

  private final Writer out;
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  Html(Writer out) {
    this.out = out;
    put("<!DOCTYPE html>");
  }

  /** Opens an element; {@link #attribute} may follow at once. */
  Html open(String element) {
    require(
        EMPTY.contains(element) || LINES.contains(element) || INLINE.contains(element), element);
    endTag();
    if (LINES.contains(element)) {
      put("\n");
    }
    put("<" + element);
    open.push(element);
    inTag = true;
    return this;
  }

  /** Opens an element of a class; of none when that is empty. */
  Html open(String element, String cssClass) {
    return cssClass.isEmpty() ? open(element) : open(element).attribute("class", cssClass);
  }

  /** Adds an attribute to the element just opened. */
  Html attribute(String name, String value) {
    require(ATTRIBUTES.contains(name) && inTag, name);
    require(!name.equals("href") || value.startsWith("#"), value);
    put(" " + name + "=\"" + escape(VisibleText.of(value)) + "\"");
    return this;
  }

  /** Adds text to the element. */
  Html text(String text) {
    endTag();
    put(escape(VisibleText.of(text)));
    return this;
  }

  /** Closes the innermost element. */
  Html close() {
    String element = open.pop();
    if (EMPTY.contains(element)) {
      put("/>");
      inTag = false;
    } else {
      endTag();
      put("</" + element + ">");
    }
    return this;
  }

  /** An element that holds text only. */
  Html element(String element, String text) {
    return open(element).text(text).close();
  }

  /** An element of a class that holds text only. */
  Html element(String element, String cssClass, String text) {
    return open(element, cssClass).text(text).close();
  }

  /** A style sheet of ours; it holds nothing that HTML and XML would read differently. */
  Html style(String css) {
    require(css.indexOf('<') < 0 && css.indexOf('&') < 0, "style");
    open("style");
    endTag();
    put(css);
    return close();
  }

  /** A script of ours, which has to be both HTML and XML and may not depend on data. */
  Html script(String code) {
    require(code.indexOf('<') < 0 && code.indexOf('&') < 0, "script");
    put("\n<script>" + code + "</script>");
    return this;
  }

  /** Ends the document. */
  void end() {
    require(open.isEmpty(), String.valueOf(open.peek()));
    put("\n");
  }

  private void endTag() {
    if (inTag) {
      require(!EMPTY.contains(open.peek()), open.peek());
      put(">");
      inTag = false;
    }
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  private static void require(boolean allowed, String what) {
    if (!allowed) {
      throw new AssertionError("the report may not write '" + what + "' here");
    }
  }

  private void put(String characters) {
    try {
      out.write(characters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
