package dev.slicewise.jobs.report;

import dev.slicewise.core.plan.MetricResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A density from quantiles: between two of them lie so many rows, and areas are rows. */
final class DensityPlot {
  private static final double LEFT = 14;
  private static final double RIGHT = 316;
  private static final double TOP = 8;
  private static final double BOTTOM = 140;

  /** Beyond these the tail would squeeze the rest into a line. */
  private static final BigDecimal LEAST = new BigDecimal("0.01");

  private static final BigDecimal MOST = new BigDecimal("0.99");

  /**
   * One bar.
   *
   * @param height rows per unit of the error
   */
  private record Bar(double low, double high, double height) {}

  private final String title;
  private final Map<BigDecimal, MetricResult> quantiles;
  private final List<Bar> bars = new ArrayList<>();

  DensityPlot(String title, Map<BigDecimal, MetricResult> quantiles) {
    this.title = title;
    this.quantiles = quantiles;
    BigDecimal from = null;
    double low = 0;
    for (Map.Entry<BigDecimal, MetricResult> entry : quantiles.entrySet()) {
      double value = SeriesPlot.value(entry.getValue());
      boolean within = entry.getKey().compareTo(LEAST) >= 0 && entry.getKey().compareTo(MOST) <= 0;
      if (within && from != null && value > low) {
        double share = entry.getKey().subtract(from).doubleValue();
        bars.add(new Bar(low, value, share / (value - low)));
      }
      // Equal quantiles are one edge: their rows belong to the next bar.
      if (within && (from == null || value > low)) {
        from = entry.getKey();
        low = value;
      }
    }
  }

  void write(Html html) {
    if (bars.isEmpty()) {
      return;
    }
    Scale across = new Scale(bars.get(0).low(), bars.get(bars.size() - 1).high());
    double most = bars.stream().mapToDouble(Bar::height).max().orElse(1);
    html.open("figure").element("figcaption", title);
    html.open("svg", "bins").attribute("viewBox", "0 0 320 164").attribute("role", "img");
    html.element("title", "Density of: " + title).element("desc", description());
    for (Bar bar : bars) {
      double x = right(across, bar.low());
      double height = (BOTTOM - TOP) * bar.height() / most;
      html.open("rect", "density").attribute("x", at(x)).attribute("y", at(BOTTOM - height));
      html.attribute("width", at(right(across, bar.high()) - x)).attribute("height", at(height));
      html.close();
    }
    html.open("line", "axis").attribute("x1", at(LEFT)).attribute("x2", at(RIGHT));
    html.attribute("y1", at(BOTTOM)).attribute("y2", at(BOTTOM)).close();
    if (across.low() < 0 && across.high() > 0) {
      String zero = at(right(across, 0));
      html.open("line", "all").attribute("x1", zero).attribute("x2", zero);
      html.attribute("y1", at(TOP)).attribute("y2", at(BOTTOM)).close();
    }
    for (BigDecimal tick : across.ticks()) {
      html.open("text", "tick").attribute("x", at(right(across, tick.doubleValue())));
      html.attribute("y", at(BOTTOM + 17)).attribute("text-anchor", "middle");
      html.text(Scale.text(tick)).close();
    }
    html.close();
    html.element("p", "note", "Areas are rows, from the 1 % to the 99 % quantile.");
    html.close();
  }

  private String description() {
    StringBuilder said = new StringBuilder("Quantiles: ");
    quantiles.forEach(
        (level, result) ->
            said.append(Numbers.percent(level.doubleValue()))
                .append(' ')
                .append(Numbers.value(SeriesPlot.value(result)))
                .append("; "));
    return said.toString();
  }

  private static double right(Scale scale, double value) {
    return LEFT + (RIGHT - LEFT) * scale.position(value);
  }

  private static String at(double coordinate) {
    return Scale.coordinate(coordinate);
  }
}
