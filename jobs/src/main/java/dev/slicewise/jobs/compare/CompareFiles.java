package dev.slicewise.jobs.compare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.slicewise.jobs.output.Json;
import dev.slicewise.jobs.output.OutputDirectory;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of a comparison. */
final class CompareFiles {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final OutputDirectory output;

  CompareFiles(OutputDirectory output) {
    this.output = output;
  }

  void comparisons(CompareResult result, CompareConfig config) throws IOException {
    objects("comparison.json", result.lines().stream().map(Line::object).iterator());
    Decomposition decomposition = new Decomposition(result);
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("mix_and_rate", decomposition.mixAndRate());
    parts.put("losses", decomposition.losses());
    try (Writer out = output.text("decomposition.json")) {
      JsonGenerator json = Json.indented(out);
      Json.write(json, parts);
      json.writeRaw('\n');
      json.close();
    }
    if (config.series() != null) {
      objects("series.json", new Series(result.windows(), config.horizon()).objects().iterator());
    }
  }

  /** An array with an object a line. */
  private void objects(String name, Iterator<Map<String, Object>> objects) throws IOException {
    try (Writer out = output.text(name)) {
      out.write("[\n");
      JsonGenerator json =
          FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setRootValueSeparator(new SerializedString(",\n"));
      while (objects.hasNext()) {
        Json.write(json, objects.next());
      }
      json.close();
      out.write("\n]\n");
    }
  }
}
