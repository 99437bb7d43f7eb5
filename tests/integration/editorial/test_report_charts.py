"""Bar charts as SVG: words beside bars, nothing that a strict policy or a dark page would spoil (issue 5)."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from editorial.reports.charts import to_svg
from editorial.reports.paper import Bar, Chart
from editorial.reports.printed import bar_lengths
from tests.factories.papers import VN_CHART

SVG = "{http://www.w3.org/2000/svg}"


def drawn(chart: Chart):
    return etree.fromstring(to_svg(chart))


def chart(*values: float) -> Chart:
    return Chart("c", "Caption", "Summary", tuple(Bar(f"unit {value}", value, f"{value}") for value in values))


def test_svg__is_a_picture_with_title_and_description() -> None:
    root = drawn(VN_CHART)
    assert root.get("role") == "img"
    named = root.get("aria-labelledby").split()
    assert [root.find(f"{SVG}title").get("id"), root.find(f"{SVG}desc").get("id")] == named
    assert root.find(f"{SVG}title").text == VN_CHART.caption
    assert root.find(f"{SVG}desc").text == VN_CHART.summary


def test_svg__says_name_and_figure_of_every_bar_in_words() -> None:
    texts = [text.text for text in drawn(VN_CHART).iter(f"{SVG}text")]
    assert texts == [words for bar in VN_CHART.bars for words in (bar.label, bar.text)]


def test_svg__keeps_to_a_strict_policy_and_to_the_colours_of_the_page() -> None:
    made = to_svg(VN_CHART)
    assert not re.search(r"style|<script|href|on\w+=", made)
    assert set(re.findall(r'fill="(.*?)"', made)) == {"currentColor"}


def test_svg__draws_no_bar_for_nothing_and_a_visible_one_for_little() -> None:
    widths = [float(bar.get("width")) for bar in drawn(chart(0, 1, 10_000)).iter(f"{SVG}rect")]
    assert len(widths) == 2
    assert widths[0] == 2.0


@pytest.mark.parametrize("value", [-1.0, float("nan"), float("inf")])
def test_bar_lengths__what_is_no_length_has_none(value: float) -> None:
    assert bar_lengths(chart(value, 4, 2)) == [0.0, 1.0, 0.5]


def test_bar_lengths__of_nothing_are_nothing() -> None:
    assert bar_lengths(chart(0, 0)) == [0.0, 0.0]
    assert drawn(chart()).findall(f"{SVG}rect") == []


@pytest.mark.parametrize("text", ["<script>x</script>", '"><svg onload="x"', "a&b", "\x00x", "]]>", "đ" * 500])
def test_svg__hostile_words_are_words(text: str) -> None:
    root = drawn(Chart(text, text, text, (Bar(text, 1, text),)))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {"svg", "title", "desc", "text", "rect"}


def test_svg__bars_and_figures_stay_inside() -> None:
    root = drawn(VN_CHART)
    width, height = float(root.get("width")), float(root.get("height"))
    for text in root.iter(f"{SVG}text"):
        assert float(text.get("x")) + 8 * len(text.text) <= width
        assert float(text.get("y")) <= height


def test_svg__ids_come_from_the_code() -> None:
    made = to_svg(replace(VN_CHART, code="posted by unit/1"))
    assert 'id="chart-posted-by-unit-1-title"' in made
