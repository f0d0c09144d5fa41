package dev.slicewise.jobs.catalogue;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.metric.reference.MetricPage;
import dev.slicewise.core.term.Role;
import dev.slicewise.jobs.output.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The catalogue for programs: a list of objects. */
final class CatalogueJson {
  private CatalogueJson() {}

  static String of(List<MetricPage> pages) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.indented(text)) {
      json.writeStartArray();
      for (MetricPage page : pages) {
        Json.write(json, values(page));
      }
      json.writeEndArray();
    }
    return text.append('\n').toString();
  }

  private static Map<String, Object> values(MetricPage page) {
    CatalogEntry entry = page.entry();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", entry.id());
    values.put("aliases", entry.aliases());
    values.put("presets", new TreeMap<>(entry.presets()));
    values.put("kind", entry.isLoss() ? "loss" : "metric");
    values.put("family", page.family().title());
    values.put("parameters", entry.parameters().stream().map(CatalogueJson::parameter).toList());
    values.put("roles", page.roles().stream().map(Role::name).toList());
    values.put("reads", page.roleTexts());
    values.put("scalar", entry.isScalar());
    values.put("summary", page.summary());
    page.facts().forEach(fact -> values.put(fact.name(), fact.text()));
    values.put("remembers", page.remembers());
    values.put("edges", page.edges());
    values.put("since", page.since());
    values.put("sql", CatalogueText.query(page));
    return values;
  }

  private static Map<String, Object> parameter(ParameterInfo parameter) {
    Map<String, Object> values = new LinkedHashMap<>();
    Object standard = parameter.defaultValue();
    values.put("name", parameter.name());
    values.put("type", MetricPage.type(parameter));
    values.put("default", standard instanceof Enum<?> ? ParameterInfo.text(standard) : standard);
    values.put("range", parameter.range());
    values.put("values", parameter.words());
    values.put("doc", parameter.doc());
    return values;
  }
}
