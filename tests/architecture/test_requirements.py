"""Every demand that is built has a test that names it and a row that says where a person finds it."""

import re

import pytest

from tests.architecture.source_tree import ROOT, files_of_tests, text

CHAIN = ("A01 A12 A14 A16 A17 A18 A20 A22 A27 A37 A54 A55 A56 A57 A58 A59 A61 A62 A65 A68 A74 A75").split()
CLOCKS = "A19 A32 A66 A69 A70".split()
INTAKE_AND_TAKING_DOWN = "A30 A31 A60 A63 A64 A77 B41".split()
REPORTS = "A23 A26 A76 B17".split()
DOCUMENTS = (
    "A04 A24 A28 A33 A35 A48 A52 A71 A73 A78 B01 B02 B03 B04 B05 B06 B07 B08 B09 B10 B14 B16 B18 B19 B20 B38 B39 B40 "
    "B51 B58 B61"
).split()
BUILT = [*CHAIN, *CLOCKS, *INTAKE_AND_TAKING_DOWN, *REPORTS, *DOCUMENTS]
TRACEABILITY = ROOT / "docs" / "traceability.md"
ROW = re.compile(r"^\|\s*([AB]\d\d)\s*\|\s*(\S.*?)\s*\|\s*(\S.*?)\s*\|", re.M)


def rows() -> dict[str, tuple[str, str]]:
    """Requirement id to (where a person finds it, the test) from docs/traceability.md."""
    if not TRACEABILITY.exists():
        return {}
    return {name: (where, test) for name, where, test in ROW.findall(TRACEABILITY.read_text(encoding="utf-8"))}


def ids_named_by_tests() -> set[str]:
    """Ids in any test outside this folder, which names them all."""
    texts = (text(path) for path in files_of_tests() if path.parts[1] != "architecture")
    return {name for content in texts for name in re.findall(r"(?<![A-Za-z0-9])[AB]\d\d(?!\d)", content)}


@pytest.mark.parametrize("requirement", BUILT)
def test_requirement_has_a_test_and_a_row(requirement: str):
    assert requirement in ids_named_by_tests(), f"no test names {requirement}"
    assert requirement in rows(), f"docs/traceability.md has no row for {requirement}"


def test_every_row_names_a_test_that_exists():
    known = {name for path in files_of_tests() for name in re.findall(r"def (test_\w+)", text(path))}
    known |= {path.name for path in files_of_tests()}
    dead = [
        f"{requirement}: {name}"
        for requirement, (_, cell) in rows().items()
        for name in re.findall(r"\btest_\w+(?:\.py)?", cell)
        if name not in known
    ]
    assert dead == []


def test_every_row_names_some_test():
    assert [name for name, (_, cell) in rows().items() if not re.search(r"\btest_\w+", cell)] == []
