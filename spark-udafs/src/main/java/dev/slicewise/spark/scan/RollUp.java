package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.slice.SliceKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import scala.Tuple2;

/** Merges states of the finest grain into those of every slice definition. */
final class RollUp extends Partials {
  private final Iterator<Tuple2<byte[], SliceState>> finest;
  private final SliceScan scan;
  private final TopValues top;
  private final StateMap slices;

  private RollUp(
      Iterator<Tuple2<byte[], SliceState>> finest, SliceScan scan, TopValues top, StateMap slices) {
    super(slices, scan.memoryBudget());
    this.finest = finest;
    this.scan = scan;
    this.top = top;
    this.slices = slices;
  }

  static RollUp of(Iterator<Tuple2<byte[], SliceState>> finest, SliceScan scan, TopValues top) {
    return new RollUp(finest, scan, top, new StateMap(scan.plan()));
  }

  @Override
  boolean fill() {
    if (!finest.hasNext()) {
      return false;
    }
    Tuple2<byte[], SliceState> next = finest.next();
    List<Object> values = top.replaced(SliceKey.fromBytes(next._1).values());
    for (int d = 0; d < scan.definitions().size(); d++) {
      List<Object> kept = new ArrayList<>();
      for (int position : scan.definitions().get(d)) {
        kept.add(values.get(position));
      }
      byte[] key = new SliceKey(d, kept).toBytes();
      StateMap.Entry entry = slices.entry(key, key.length);
      entry.state.merge(next._2);
      slices.touched(entry);
    }
    return true;
  }
}
