package dev.slicewise.jobs.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.Writer;

/** A JSON array with one item a line: a file for programs that people can search by line. */
public final class JsonLines {
  private JsonLines() {}

  /** Writes the array; the writer stays open. */
  public static void write(Writer out, Iterable<?> items) throws IOException {
    out.write("[\n");
    JsonGenerator json =
        Json.FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    // Items side by side, as far as the generator knows; the brackets are ours.
    json.setRootValueSeparator(new SerializedString(",\n"));
    for (Object item : items) {
      Json.write(json, item);
    }
    json.close();
    out.write("\n]\n");
  }
}
