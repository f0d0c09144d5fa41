"""Findings as text and as HTML: a line each, the verdict as a mark and a word."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from slicewise import _show
from slicewise._show import number, visible

if TYPE_CHECKING:
    from pyspark.sql import Row

# A mark before each word, to be found at a glance.
_MARKS = {
    "drift": "▲",
    "no_drift": "✓",
    "worse": "✗",
    "better": "✓",
    "non_inferior": "≥",
    "equivalent": "=",
    "inconclusive": "?",
}


@dataclass(frozen=True)
class Drawing:
    """A value on a scale, with the mark that it is compared with."""

    value: float
    low: float | None
    high: float | None
    mark: float
    family: str


@dataclass(frozen=True)
class Line:
    """One finding: what is in its cells, and what it comes to."""

    slice: str
    cells: tuple[str, ...]
    verdict: str
    reason: str | None
    drawing: Drawing | None

    def judgement(self) -> str:
        """The mark and the word of the verdict."""
        return f"{_MARKS.get(self.verdict, '–')} {self.verdict.replace('_', ' ')}"


@dataclass(frozen=True)
class Kind:
    """What sort of findings these are.

    ``verdicts`` are the words, the gravest first; ``whole_first`` says whether all rows come before
    graver slices; ``heads`` are those of the cells, the last of which is drawn; ``question`` is the
    column with what was asked, and ``line`` reads a row, given how it is written.
    """

    noun: str
    verdicts: tuple[str, ...]
    whole_first: bool
    heads: tuple[str, ...]
    question: str
    line: Callable[[Row, str], Line]

    def lines(self, rows: list[Row]) -> list[Line]:
        """What rows say; parameters are written where a question is asked with several."""
        asked = [(row[self.question], str(sorted((row["params"] or {}).items()))) for row in rows]
        several = {
            name for name, _ in asked if len({said for each, said in asked if each == name}) > 1
        }
        return [
            self.line(row, method(name, row["params"] if name in several else {}))
            for row, (name, _) in zip(rows, asked, strict=True)
        ]


def label(slice_of: Mapping[str, str | None]) -> str:
    """A slice in words."""
    said = [f"{key} = {'NULL' if value is None else value}" for key, value in slice_of.items()]
    return ", ".join(said) or "all rows"


def method(name: str, params: Mapping[str, str | None] | None) -> str:
    """A metric or method with its parameters, as a call."""
    given = sorted((params or {}).items())
    words = ", ".join(f"{key}={value}" for key, value in given if value is not None)
    return f"{name}({words})" if words else name


def _summary(kind: Kind, counts: Mapping[str, int], shown: int) -> str:
    total = sum(counts.values())
    words = [
        f"{counts[verdict]:,} {verdict.replace('_', ' ')}"
        for verdict in kind.verdicts
        if counts.get(verdict)
    ]
    if not total:
        return f"no {kind.noun}: there is no slice on either side"
    order = "all rows first, then the gravest" if kind.whole_first else "the gravest first"
    which = "" if shown >= total else f"; {shown} are shown, {order}"
    return f"{total:,} {kind.noun}: {', '.join(words)}{which}"


def text(kind: Kind, counts: Mapping[str, int], lines: list[Line]) -> str:
    """An aligned table."""
    rows = [["slice", *kind.heads, "verdict"]]
    for line in lines:
        reason = f" ({line.reason})" if line.reason else ""
        cells = [visible(cell) for cell in line.cells]
        rows.append([visible(line.slice)[:60], *cells, line.judgement() + visible(reason)])
    return "\n".join([*_show.aligned(rows), _summary(kind, counts, len(lines))])


def html(kind: Kind, counts: Mapping[str, int], lines: list[Line]) -> str:
    """A table with drawings, each family to one scale."""
    scales = _scales(lines)
    head = "".join(f"<th>{escape(name)}</th>" for name in kind.heads)
    body = []
    for line in lines:
        name = escape(visible(line.slice))
        cells = [escape(visible(cell)) for cell in line.cells]
        if line.drawing is not None and line.drawing.family in scales:
            cells[-1] += _drawn(line.drawing, scales[line.drawing.family], line.cells[-1])
        reason = f'<br><span class="reason">{escape(visible(line.reason or ""))}</span>'
        body.append(
            f'<tr><td class="slice" title="{name}">{name}</td>'
            + "".join(f"<td>{cell}</td>" for cell in cells)
            + f'<td class="slice">{line.judgement()}{reason if line.reason else ""}</td></tr>'
        )
    return _show.table(
        _summary(kind, counts, len(lines)),
        f'<th class="slice">slice</th>{head}<th class="slice">verdict</th>',
        "".join(body),
    )


def _scales(lines: list[Line]) -> dict[str, tuple[float, float]]:
    """For each family what is drawn: all values, what they are compared with, and some more."""
    numbers: dict[str, list[float]] = {}
    for line in lines:
        if line.drawing is not None and math.isfinite(line.drawing.value):
            values = numbers.setdefault(line.drawing.family, [])
            values += [line.drawing.value, line.drawing.mark]
    return {
        family: _show.widened(min(values), max(values))
        for family, values in numbers.items()
        if 0 < max(values) - min(values) < math.inf
    }


def _drawn(drawing: Drawing, scale: tuple[float, float], title: str) -> str:
    if not math.isfinite(drawing.value):
        return ""
    return _show.svg(drawing.value, drawing.low, drawing.high, scale, title, mark=drawing.mark)


def interval(value: float | None, low: float | None, high: float | None) -> str:
    """A value with its interval."""
    if value is None or low is None or high is None:
        return number(value)
    return f"{number(value)} [{number(low)}, {number(high)}]"
