package dev.slicewise.jobs.report;

import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.findings.Findings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Links to the sections of a long report. */
final class Contents {
  private static final int FEW = 5;

  private Contents() {}

  static void write(Html html, Results results) {
    Map<String, Sentence> sections = sections(results);
    if (sections.size() <= FEW) {
      return;
    }
    html.open("nav", "contents").attribute("aria-label", "Contents").open("ul");
    sections.forEach(
        (id, title) -> {
          html.open("li").open("a").attribute("href", "#" + id);
          title.write(html);
          html.close().close();
        });
    html.close().close();
  }

  private static Map<String, Sentence> sections(Results results) {
    Findings findings = results.content().findings();
    Map<String, Sentence> sections = new LinkedHashMap<>();
    add(sections, !results.input().metrics().isEmpty(), "all", "All rows");
    add(sections, !findings.gates().isEmpty(), GateSection.ID, "Gates");
    for (ComparisonSection pair : ComparisonSection.of(findings.comparisons())) {
      sections.put(
          pair.id(), new Sentence().name(pair.model()).say(" against ").name(pair.baseline()));
    }
    boolean drift = !findings.drifts().isEmpty() || !findings.distributions().isEmpty();
    add(sections, drift, Drifts.ID, "Drift");
    add(sections, !results.content().series().isEmpty(), SeriesSection.ID, "Over time");
    add(sections, !findings.worst().isEmpty(), WorstSection.ID, "Worst slices");
    add(sections, !new ErrorSection(results).isEmpty(), ErrorSection.ID, "Errors and curves");
    List<SliceSpec> definitions = results.input().definitions();
    for (int i = 0; i < definitions.size(); i++) {
      if (!definitions.get(i).equals(SliceSpec.ALL)) {
        String names = String.join(" × ", definitions.get(i).names());
        sections.put("s" + i, new Sentence().say("By ").name(names));
      }
    }
    add(sections, results.all() != null, RowCounts.ID, "Rows");
    add(sections, true, "reading", "How to read this");
    add(sections, !results.input().run().isEmpty(), "run", "The run");
    return sections;
  }

  private static void add(
      Map<String, Sentence> sections, boolean present, String id, String title) {
    if (present) {
      sections.put(id, new Sentence().say(title));
    }
  }
}
