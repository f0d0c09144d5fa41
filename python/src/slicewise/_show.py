"""Results as text and as HTML for notebooks: escaped, without scripts, light and dark alike."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyspark.sql import Row

TEXT_SLICES = 20
HTML_SLICES = 50

# Of the drawing of an interval, in pixels.
_WIDTH = 90
_HEIGHT = 14

# Drawn beyond the least and the largest value, as a share of what lies between them.
_MARGIN = 0.15

# Everything takes the notebook's own colour of text, whatever its theme.
_STYLE = """
.slicewise { overflow-x: auto; }
.slicewise table { border-collapse: collapse; font-variant-numeric: tabular-nums;
  color: inherit; }
.slicewise small { font-weight: normal; opacity: .65; }
.slicewise th, .slicewise td { padding: 2px 10px; text-align: right; vertical-align: middle;
  border: 0; border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent);
  background: transparent; white-space: nowrap; }
.slicewise th.slice, .slicewise td.slice { text-align: left; }
.slicewise td.slice { max-width: 24em; overflow: hidden; text-overflow: ellipsis; }
.slicewise .interval { opacity: .65; font-size: 85%; }
.slicewise .reason { opacity: .65; font-size: 85%; white-space: normal; }
.slicewise svg { vertical-align: middle; margin-left: 6px; }
.slicewise caption { caption-side: bottom; text-align: left; opacity: .65; padding: 6px 10px; }
"""


@dataclass(frozen=True)
class Line:
    """One metric of one slice."""

    slice: dict[str, str | None]
    metric: str
    value: float | None
    low: float | None
    high: float | None
    n: int
    reason: str | None
    points: int | None

    @staticmethod
    def of(row: Row) -> Line:
        """Reads a row of the long form."""
        params = dict(row["params"] or {})
        words = ", ".join(f"{key}={value}" for key, value in sorted(params.items()))
        curve = row["curve"]
        return Line(
            dict(row["slice"]),
            f"{row['metric']}({words})" if words else str(row["metric"]),
            row["value"],
            row["ci_low"],
            row["ci_high"],
            int(row["n"]),
            row["reason"],
            None if curve is None else len(curve),
        )

    def label(self) -> str:
        """The slice in words."""
        said = [
            f"{key} = {'NULL' if value is None else value}" for key, value in self.slice.items()
        ]
        return ", ".join(said) or "all rows"


def number(value: float | None) -> str:
    """Five digits, enough to read and compare; :meth:`Result.to_pandas` has all of them."""
    if value is None or math.isnan(value):
        return "–"
    return f"{value:.5g}"


def _cell(line: Line) -> str:
    if line.points is not None:
        return f"curve of {line.points} points"
    if line.value is None:
        return f"undefined: {line.reason}"
    if line.low is None or line.high is None:
        return number(line.value)
    return f"{number(line.value)} [{number(line.low)}, {number(line.high)}]"


def visible(text: str) -> str:
    """Text on one line whose control and direction characters are shown, not obeyed."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )


def _by_slice(lines: list[Line]) -> dict[str, dict[str, Line]]:
    slices: dict[str, dict[str, Line]] = {}
    for line in lines:
        slices.setdefault(line.label(), {})[line.metric] = line
    return slices


def _left_out(shown: int, count: int) -> str:
    slices = "1 slice" if count == 1 else f"{count:,} slices"
    return slices if shown >= count else f"the first {shown} of {slices}"


def text(lines: list[Line], count: int) -> str:
    """An aligned table, one line a slice."""
    slices = _by_slice(lines)
    metrics = list(dict.fromkeys(line.metric for line in lines))
    rows = [["slice", "n", *metrics]]
    for label, cells in slices.items():
        n = max(line.n for line in cells.values())
        shown = [_cell(cells[metric]) if metric in cells else "" for metric in metrics]
        rows.append([visible(label)[:60], f"{n:,}", *(visible(cell) for cell in shown)])
    return "\n".join([*aligned(rows), _left_out(len(slices), count)])


def aligned(rows: list[list[str]]) -> list[str]:
    """The lines of a table: the first column to the left, the others to the right."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def html(lines: list[Line], count: int) -> str:
    """A table with intervals, drawn to one scale for each metric."""
    slices = _by_slice(lines)
    metrics = list(dict.fromkeys(line.metric for line in lines))
    scales = {
        metric: _scale([line for line in lines if line.metric == metric]) for metric in metrics
    }
    head = "".join(f"<th>{_heading(metric)}</th>" for metric in metrics)
    body = []
    for label, cells in slices.items():
        n = max(line.n for line in cells.values())
        shown = "".join(
            f"<td>{_drawn(cells[metric], scales[metric])}</td>" if metric in cells else "<td></td>"
            for metric in metrics
        )
        name = escape(visible(label))
        body.append(f'<tr><td class="slice" title="{name}">{name}</td><td>{n:,}</td>{shown}</tr>')
    caption = f"{_left_out(len(slices), count)}; value, interval, and both drawn to one scale"
    return table(
        f"{caption} for each metric",
        f'<th class="slice">slice</th><th>n</th>{head}',
        "".join(body),
    )


def table(caption: str, head: str, body: str) -> str:
    """A table of cells that are HTML already, below it a caption, which is not."""
    return (
        f'<div class="slicewise"><style>{_STYLE}</style><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _heading(metric: str) -> str:
    name, _, params = visible(metric).partition("(")
    return escape(name) + (f"<br><small>{escape(params[:-1])}</small>" if params else "")


def _scale(lines: list[Line]) -> tuple[float, float] | None:
    """What is drawn: all values and some more. Intervals that go beyond are cut off, so that a
    slice of a few rows does not squeeze all others."""
    numbers = [each.value for each in lines if each.value is not None and math.isfinite(each.value)]
    if not numbers or max(numbers) - min(numbers) in (0, math.inf):
        return None
    return widened(min(numbers), max(numbers))


def widened(least: float, largest: float) -> tuple[float, float]:
    """A scale with room on either side."""
    more = _MARGIN * (largest - least)
    return least - more, largest + more


def _drawn(line: Line, scale: tuple[float, float] | None) -> str:
    if line.points is not None or line.value is None:
        return f'<span class="reason">{escape(visible(_cell(line)))}</span>'
    shown = number(line.value)
    if line.low is not None and line.high is not None:
        shown += f' <span class="interval">[{number(line.low)}, {number(line.high)}]</span>'
    if scale is None or not math.isfinite(line.value):
        return shown
    return shown + svg(line.value, line.low, line.high, scale, _cell(line))


def svg(
    value: float,
    low: float | None,
    high: float | None,
    scale: tuple[float, float],
    title: str,
    *,
    mark: float | None = None,
) -> str:
    """A dot on a line, its interval, and a mark that it is compared with."""

    def at(number: float) -> str:
        share = (number - scale[0]) / (scale[1] - scale[0])
        return f"{min(max(share, 0), 1) * _WIDTH:.1f}"

    middle = _HEIGHT / 2
    whiskers = ""
    if low is not None and high is not None and math.isfinite(low) and math.isfinite(high):
        whiskers = (
            f'<line x1="{at(low)}" x2="{at(high)}" y1="{middle}" y2="{middle}"'
            ' stroke="currentColor" stroke-width="2" stroke-opacity=".45"/>'
        )
    if mark is not None:
        whiskers += (
            f'<line x1="{at(mark)}" x2="{at(mark)}" y1="1" y2="{_HEIGHT - 1}"'
            ' stroke="currentColor" stroke-opacity=".6" stroke-dasharray="2 2"/>'
        )
    attributes: dict[str, Any] = {"width": _WIDTH, "height": _HEIGHT, "role": "img"}
    attributes["aria-label"] = title
    said = " ".join(f'{key}="{escape(str(each))}"' for key, each in attributes.items())
    return (
        f"<svg {said}>"
        f'<line x1="0" x2="{_WIDTH}" y1="{middle}" y2="{middle}"'
        ' stroke="currentColor" stroke-opacity=".12"/>'
        f'{whiskers}<circle cx="{at(value)}" cy="{middle}" r="3" fill="currentColor"/></svg>'
    )
