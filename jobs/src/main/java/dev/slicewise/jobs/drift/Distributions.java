package dev.slicewise.jobs.drift;

import dev.slicewise.core.compare.DriftColumn;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.metric.drift.ColumnKind;
import dev.slicewise.core.metric.drift.SideBySide;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.statistic.StateView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The objects of {@code distributions.json}: each column of each slice in each window beside the
 * reference, in the bins of the reference; beside the window before where there is no reference.
 * Made one slice at a time, as they are written.
 */
final class Distributions implements Iterable<Map<String, Object>> {
  private final Sides sides;
  private final List<DriftColumn> columns;

  Distributions(Sides sides, List<DriftColumn> columns) {
    this.sides = sides;
    this.columns =
        columns.stream().filter(column -> column.kind() != ColumnKind.EMBEDDING).toList();
  }

  @Override
  public Iterator<Map<String, Object>> iterator() {
    Iterator<SliceHistory> slices = sides.histories();
    return new Iterator<>() {
      private Iterator<Map<String, Object>> current = List.<Map<String, Object>>of().iterator();

      @Override
      public boolean hasNext() {
        while (!current.hasNext() && slices.hasNext()) {
          current = of(slices.next()).iterator();
        }
        return current.hasNext();
      }

      @Override
      public Map<String, Object> next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return current.next();
      }
    };
  }

  private List<Map<String, Object>> of(SliceHistory slice) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (int window = 0; window < sides.windows().size(); window++) {
      SliceState reference =
          sides.hasReference() ? slice.reference() : slice.windows().get(window - 1);
      SliceState current = slice.windows().get(window);
      if (sides.isCurrent(window) && reference != null && current != null) {
        StateView r = reference.view();
        StateView c = current.view();
        for (DriftColumn column : columns) {
          objects.add(json(slice, window, column, r, c));
        }
      }
    }
    return objects;
  }

  private Map<String, Object> json(
      SliceHistory slice, int window, DriftColumn column, StateView reference, StateView current) {
    Map<String, Object> json = new LinkedHashMap<>();
    Finding.putWindow(json, "window", sides.windows().get(window));
    json.put("slices", slice.definition().names());
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < slice.values().size(); i++) {
      values.put(slice.definition().names().get(i), slice.values().get(i));
    }
    json.put("slice", values);
    json.put("column", column.name());
    json.put("kind", ParameterInfo.text(column.kind()));
    List<Map<String, Object>> bins = new ArrayList<>();
    for (SideBySide.Bin bin :
        SideBySide.of(column.kind(), column.role(), reference, current).bins()) {
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("label", bin.label());
      said.put("low", bin.low());
      said.put("high", bin.high());
      said.put("reference_share", bin.referenceShare());
      said.put("current_share", bin.currentShare());
      bins.add(said);
    }
    json.put("bins", bins);
    json.put("missing_reference", column.missingRate(reference));
    json.put("missing_current", column.missingRate(current));
    return json;
  }
}
