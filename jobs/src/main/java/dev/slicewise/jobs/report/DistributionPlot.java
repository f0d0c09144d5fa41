package dev.slicewise.jobs.report;

import dev.slicewise.jobs.findings.Distribution;
import dev.slicewise.jobs.findings.Distribution.Bin;
import java.math.BigDecimal;
import java.util.List;

/** A column beside its reference: bars for the window, an outline for the reference. */
final class DistributionPlot {
  private static final int MOST_CATEGORIES = 12;
  private static final double LEFT = 40;
  private static final double RIGHT = 316;
  private static final double TOP = 10;
  private static final double BOTTOM = 140;

  private final Distribution distribution;
  private final double most;

  DistributionPlot(Distribution distribution) {
    this.distribution = distribution;
    double share = 0;
    for (Bin bin : distribution.bins()) {
      share = Math.max(share, Math.max(bin.reference(), bin.current()));
    }
    this.most = share > 0 ? share : 1;
  }

  void write(Html html, boolean drifted) {
    html.open("figure").open("figcaption");
    html.element("bdi", VisibleText.cut(distribution.column(), Definitions.NAME_CHARACTERS));
    html.text(" ");
    html.element("small", distribution.window().isNone() ? "" : distribution.window().label());
    if (drifted) {
      html.text(" ").element("span", "badge bad", "drift");
    }
    html.close();
    if (distribution.numbers()) {
      histogram(html);
    } else {
      categories(html);
    }
    missing(html);
    html.close();
  }

  private void missing(Html html) {
    Double reference = distribution.missingReference();
    Double current = distribution.missingCurrent();
    if ((reference != null && reference > 0) || (current != null && current > 0)) {
      html.open("p", "note").text("missing ");
      html.text(reference == null ? "–" : Numbers.share(reference));
      html.text(" → ").text(current == null ? "–" : Numbers.share(current)).close();
    }
  }

  private void histogram(Html html) {
    List<Bin> bins = distribution.bins();
    html.open("svg", "bins").attribute("viewBox", "0 0 320 164").attribute("role", "img");
    html.element("title", "Distribution of " + distribution.column());
    html.element("desc", description());
    for (BigDecimal tick : new Scale(0, most).ticks()) {
      String y = down(tick.doubleValue());
      html.open("line", "grid").attribute("x1", at(LEFT)).attribute("x2", at(RIGHT));
      html.attribute("y1", y).attribute("y2", y).close();
      label(html, Numbers.share(tick.doubleValue()), LEFT - 5, y, "end");
    }
    double slot = (RIGHT - LEFT) / Math.max(1, bins.size());
    StringBuilder outline = new StringBuilder("M" + at(LEFT) + " " + down(0));
    for (int i = 0; i < bins.size(); i++) {
      Bin bin = bins.get(i);
      double x = LEFT + i * slot;
      html.open("rect", "current").attribute("x", at(x + slot * 0.14));
      html.attribute("y", down(bin.current())).attribute("width", at(slot * 0.72));
      html.attribute("height", at(height(bin.current()))).close();
      outline.append("L").append(at(x)).append(" ").append(down(bin.reference()));
      outline.append("L").append(at(x + slot)).append(" ").append(down(bin.reference()));
    }
    outline.append("L").append(at(RIGHT)).append(" ").append(down(0));
    html.open("path", "reference").attribute("d", outline.toString()).close();
    edges(html, slot);
    html.close();
  }

  /** About four edges, where they lie between the bins. */
  private void edges(Html html, double slot) {
    List<Bin> bins = distribution.bins();
    int step = Math.max(1, (bins.size() + 3) / 4);
    for (int i = 0; i < bins.size(); i += step) {
      Double low = bins.get(i).low();
      if (low != null && Double.isFinite(low)) {
        label(html, Numbers.plain(low), LEFT + i * slot, at(BOTTOM + 16), "middle");
      } else if (low == null && bins.get(i).label() != null) {
        String text = VisibleText.cut(bins.get(i).label(), 9);
        label(html, text, LEFT + i * slot, at(BOTTOM + 16), "start");
      }
    }
  }

  private String description() {
    StringBuilder said = new StringBuilder("Shares of reference and window by bin: ");
    for (Bin bin : distribution.bins()) {
      said.append(name(bin)).append(' ').append(Numbers.share(bin.reference()));
      said.append(" → ").append(Numbers.share(bin.current())).append("; ");
    }
    return said.toString();
  }

  private static String name(Bin bin) {
    if (bin.label() != null) {
      return VisibleText.cut(bin.label(), 40);
    }
    return (bin.low() == null ? "−∞" : Numbers.plain(bin.low()))
        + " to "
        + (bin.high() == null ? "∞" : Numbers.plain(bin.high()));
  }

  private void categories(Html html) {
    RowCounts.scrollable(html, "Distribution of " + distribution.column());
    html.open("table", "bars").element("caption", "hidden", "Shares of reference and window");
    html.open("thead").open("tr");
    html.open("th", "left").attribute("scope", "col").text("Value").close();
    html.open("th").attribute("scope", "col").text("Reference").close();
    html.open("th").attribute("scope", "col").text("Window").close();
    html.open("th", "plot").attribute("scope", "col").element("span", "hidden", "Bars").close();
    html.close().close().open("tbody");
    distribution.bins().stream().limit(MOST_CATEGORIES).forEach(bin -> category(html, bin));
    html.close().close().close();
    int more = distribution.bins().size() - MOST_CATEGORIES;
    if (more > 0) {
      html.element("p", "note", Numbers.count(more) + " more values are in distributions.json");
    }
  }

  private void category(Html html, Bin bin) {
    html.open("tr").open("th").attribute("scope", "row");
    KeptSlice.writeValue(html, bin.label() == null ? null : VisibleText.cut(bin.label(), 60));
    html.close().element("td", "n", Numbers.share(bin.reference()));
    html.element("td", Numbers.share(bin.current())).open("td", "plot");
    Scale scale = new Scale(0, most);
    html.open("svg").attribute("width", "100%").attribute("height", "16");
    html.attribute("aria-hidden", "true");
    html.open("rect", "current").attribute("x", "0").attribute("y", "4");
    html.attribute("width", scale.percent(bin.current())).attribute("height", "8").close();
    html.open("line", "reference").attribute("x1", scale.percent(bin.reference()));
    html.attribute("x2", scale.percent(bin.reference()));
    html.attribute("y1", "0").attribute("y2", "16").close().close().close().close();
  }

  private double height(double share) {
    return (BOTTOM - TOP) * share / most;
  }

  private String down(double share) {
    return at(BOTTOM - height(share));
  }

  private static String at(double coordinate) {
    return Scale.coordinate(coordinate);
  }

  private static void label(Html html, String text, double x, String y, String anchor) {
    html.open("text", "tick").attribute("x", at(x)).attribute("y", y);
    html.attribute("text-anchor", anchor).text(text).close();
  }
}
