package dev.slicewise.spark.scan;

import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.slice.SliceKey;
import java.util.Iterator;
import java.util.List;
import scala.Tuple2;

/** Merges states of a grain into those of every slice definition that it serves. */
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
    return new RollUp(finest, scan, top, new StateMap(scan.plan(), false));
  }

  @Override
  boolean fill() {
    if (!finest.hasNext()) {
      return false;
    }
    Tuple2<byte[], SliceState> next = finest.next();
    SliceKey slice = SliceKey.fromBytes(next._1);
    int grain = slice.definition();
    List<Object> values = top.replaced(slice.values());
    for (int d = 0; d < scan.definitions().size(); d++) {
      if (!scan.grains().serves(grain, d)) {
        continue;
      }
      List<Object> kept = scan.grains().project(grain, values, scan.definitions().get(d));
      byte[] key = new SliceKey(d, kept).toBytes();
      int number = slices.slice(key, key.length);
      slices.made(number).merge(next._2);
      slices.touched(number);
    }
    return true;
  }
}
