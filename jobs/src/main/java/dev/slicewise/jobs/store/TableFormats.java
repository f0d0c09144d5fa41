package dev.slicewise.jobs.store;

import dev.slicewise.jobs.failure.JobException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What tables of other formats have in common: a jar that must be there, and a column to go by. */
final class TableFormats {
  private TableFormats() {}

  /** Refuses a location of a format whose jar nobody brought. */
  static void expectJar(String className, String format, String artifact, String location) {
    try {
      Class.forName(className, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw JobException.usage(
          "expected the jar of "
              + format
              + " on the class path for "
              + location
              + ", found none; give bin/slicewise --jars, or spark-submit --packages "
              + artifact
              + ".",
          e);
    }
  }

  /** Refuses a table that holds something else. */
  static Dataset<Row> expectStates(Dataset<Row> rows, String location) {
    List<String> missing = new ArrayList<>(Arrays.asList(StateColumns.SCHEMA.fieldNames()));
    missing.add(StateColumns.KEY);
    missing.removeAll(List.of(rows.columns()));
    if (!missing.isEmpty()) {
      throw JobException.usage(
          "expected a state table or no table at "
              + location
              + ", found one without the columns "
              + String.join(", ", missing)
              + "; nothing there is touched, so name another.");
    }
    return rows;
  }

  static Set<String> keys(List<Publication> publications) {
    return publications.stream().map(Publication::key).collect(Collectors.toSet());
  }

  static Column isOneOf(List<Publication> publications) {
    return functions.col(StateColumns.KEY).isInCollection(keys(publications));
  }
}
