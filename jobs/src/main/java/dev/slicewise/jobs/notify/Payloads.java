package dev.slicewise.jobs.notify;

import dev.slicewise.jobs.console.DisplayText;
import dev.slicewise.jobs.output.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A notice in the shapes that receivers read. */
final class Payloads {
  /** Slack refuses a section of more than 3,000 characters and a header of more than 150. */
  private static final int LONGEST_SECTION = 2_900;

  private static final int LONGEST_HEADER = 140;
  private static final int MOST_LINES = 40;

  private Payloads() {}

  static String generic(Notice notice) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("source", "slicewise");
    body.put("run_id", notice.runId());
    body.put("command", notice.command());
    body.put("verdict", notice.verdict());
    body.put("exit_code", notice.exitCode());
    body.put("output", notice.output());
    body.put("gates", notice.gates());
    body.put("text", String.join("\n", lines(notice)));
    return json(body);
  }

  static String slack(Notice notice) {
    String heading =
        "slicewise " + notice.command() + ": " + notice.verdict().toUpperCase(Locale.ROOT);
    StringBuilder text = new StringBuilder();
    for (String line : lines(notice)) {
      String escaped = escaped(line) + "\n";
      if (text.length() + escaped.length() > LONGEST_SECTION) {
        text.append("…\n");
        break;
      }
      text.append(escaped);
    }
    String about =
        "run " + notice.runId() + (notice.output() == null ? "" : ", in " + notice.output());
    List<Map<String, Object>> blocks = new ArrayList<>();
    blocks.add(block("header", "plain_text", DisplayText.shortened(heading, LONGEST_HEADER)));
    blocks.add(block("section", "mrkdwn", text.length() == 0 ? "No gates." : text.toString()));
    blocks.add(
        block(
            "section",
            "mrkdwn",
            escaped(DisplayText.shortened(DisplayText.visible(about), LONGEST_SECTION / 5))));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("text", escaped(heading));
    body.put("blocks", blocks);
    return json(body);
  }

  private static List<String> lines(Notice notice) {
    return notice.lines().subList(0, Math.min(MOST_LINES, notice.lines().size())).stream()
        .map(DisplayText::visible)
        .toList();
  }

  private static Map<String, Object> block(String type, String kind, String text) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("type", kind);
    content.put("text", text);
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("type", type);
    block.put("text", content);
    return block;
  }

  /** Slack's own escapes, without which a slice could call everybody or hide a link. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        // Marks of bold, italic, struck and code text are made inert by an invisible neighbour.
        case '*', '_', '~', '`' -> escaped.append('\u2060').append(c);
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String json(Map<String, Object> body) {
    StringWriter text = new StringWriter();
    try {
      Json.write(text, body);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }
}
