"""What a notebook shows: escaped, complete, and honest about what it leaves out."""

from __future__ import annotations

from html.parser import HTMLParser

from pyspark.sql import DataFrame, SparkSession

import slicewise

HOSTILE = [
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "\u202eabc",
    "a\nb\x1b[31m",
    "日本",
]


class Tags(HTMLParser):
    """Tags, attributes and text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def hostile(spark: SparkSession) -> DataFrame:
    rows = [(text, float(i), float(i) + 0.5) for i, text in enumerate(HOSTILE) for _ in range(4)]
    return spark.createDataFrame(rows, "`<b>name</b>` string, y double, p double")


def test_names_and_values_are_inert(spark: SparkSession) -> None:
    result = slicewise.evaluate(
        hostile(spark), label="y", prediction="p", metrics="mae, rmse", slices="`<b>name</b>`"
    )
    page = Tags()
    found = slicewise.compare(result, result, names=("<i>new</i>", "old"))
    page.feed(result._repr_html_() + found._repr_html_())
    assert set(page.tags) <= set(
        "div style table caption thead tbody tr th td span small br svg line circle".split()
    )
    assert not [name for name in page.attributes if name.startswith("on")]
    text = "".join(page.texts)
    assert "<b>name</b> = <script>alert(1)</script>" in text
    assert "\\u202eabc" in text and "\u202e" not in text
    assert "日本" in text
    assert text.count("<b>name</b> = <script>alert(1)</script>") == 1 + 2 and "<i>new</i>" in text
    assert "\x1b" not in repr(result) and "\u202e" not in repr(result)


def test_text_and_table_show_intervals_reasons_and_counts(spark: SparkSession) -> None:
    rows = [(f"s{i:02}", float(j), float(j) + i) for i in range(60) for j in range(3)]
    rows += [("none", None, 1.0)]
    frame = spark.createDataFrame(rows, "s string, y double, p double")
    result = slicewise.evaluate(
        frame, label="y", prediction="p", metrics=["mae", "mean_error"], slices=["", "s"]
    )
    said = repr(result).split("\n")
    assert said[0].split() == ["slice", "n", "mean_absolute_error", "mean_error"]
    assert said[1].startswith("all rows") and "180" in said[1] and "[" in said[1]
    assert any(line.startswith("s = none") and "undefined: no usable rows" in line for line in said)
    assert said[-1] == "the first 20 of 62 slices"
    page = result._repr_html_()
    assert "the first 50 of 62 slices" in page
    assert page.count("<svg") > 80 and 'aria-label="' in page
    assert "undefined: no usable rows" in page


def test_results_let_go_of_their_states(spark: SparkSession) -> None:
    frame = spark.createDataFrame([(1.0, 2.0)], "y double, p double")
    with slicewise.evaluate(frame, label="y", prediction="p", metrics="mae") as result:
        assert result.to_pandas()["value"].tolist() == [1.0]
    assert not result._states.storageLevel.useMemory
