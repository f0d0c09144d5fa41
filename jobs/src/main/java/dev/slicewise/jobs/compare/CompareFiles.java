package dev.slicewise.jobs.compare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.slicewise.jobs.output.Json;
import dev.slicewise.jobs.output.MetricsJson;
import dev.slicewise.jobs.output.OutputDirectory;
import dev.slicewise.spark.SliceTable;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** The files of a comparison. */
final class CompareFiles {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** Up to here one Parquet file is enough. */
  private static final long FEW_SLICES = 50_000;

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

  /** What the rows came to, as evaluate writes it. */
  void table(SliceTable table, SparkSession spark) throws IOException {
    parquet(table.toDataFrame(spark), table, "metrics");
    parquet(table.states(spark), table, "states");
    try (Writer out = output.text("metrics.json")) {
      MetricsJson.write(out, table.iterator());
    }
  }

  private void parquet(Dataset<Row> rows, SliceTable table, String name) {
    Dataset<Row> files = table.sliceCount() <= FEW_SLICES ? rows.coalesce(1) : rows;
    files
        .write()
        .mode(SaveMode.ErrorIfExists)
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
        .parquet(output.path(name).toString());
  }
}
