"""An extract of chosen clauses: what it holds, and the code by which a paper is checked (B18)."""

from __future__ import annotations

import base64
import binascii
import dataclasses
import datetime
import hmac
from collections.abc import Iterable, Sequence
from enum import StrEnum

from documents.rules.tree import Node
from documents.rules.tree_json import Line, lines_of
from documents.rules.vocabulary import CITABLE

MOST_CLAUSES, MOST_LINES = 60, 600  # more is no extract: the document itself is printed
SEAL_BYTES, GROUP = 10, 5
LONGEST_CODE = 600  # letters of a code as typed
FIRST_DAY = datetime.date(2020, 1, 1)


class LineState(StrEnum):
    """Why a line stands in an extract."""

    CHOSEN = "chosen"
    ABOVE = "above"
    GAP = "gap"


@dataclasses.dataclass(frozen=True, slots=True)
class ExtractLine:
    """A line of an extract; `line` is None for a gap, where something of the text was left out."""

    state: LineState
    line: Line | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Sealed:
    """What a code says: an extract of these clauses, by their place in the text, of one version, made on a day."""

    version: int
    made_on: datetime.date
    places: tuple[int, ...]


def citable(root: Node) -> list[str]:
    """The anchors of all clauses that can be chosen, in reading order; a code names them by their place here."""
    return [node.anchor for node in root.walk() if node.kind in CITABLE]


def chosen_in_order(root: Node, wanted: Iterable[str]) -> list[str]:
    """Those of `wanted` that the text has, in its order, each once; what lies in another chosen one is left out."""
    asked = set(wanted)
    found: list[str] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.anchor in asked and node.kind in CITABLE:
            found.append(node.anchor)
        else:
            waiting.extend(reversed(node.children))
    return found


def extract(root: Node, chosen: Iterable[str]) -> list[ExtractLine]:
    """The chosen clauses whole, above each the headings and sentences it stands under, a gap for the rest."""
    states = _states(root, set(chosen))
    found: list[ExtractLine] = []
    for line in lines_of(root):
        state = states.get(line.anchor)
        if state is None:
            if not found or found[-1].state is not LineState.GAP:
                found.append(ExtractLine(LineState.GAP))
        else:
            found.append(ExtractLine(state, line))
    return found


def _states(root: Node, chosen: set[str]) -> dict[str, LineState]:
    """By anchor: the lines that stand in the extract."""
    states: dict[str, LineState] = {}

    def visit(node: Node, is_inside: bool) -> bool:
        is_inside = is_inside or node.anchor in chosen
        holds = [visit(child, is_inside) for child in node.children]
        if is_inside:
            states[node.anchor] = LineState.CHOSEN
        elif any(holds):
            states[node.anchor] = LineState.ABOVE
        return is_inside or any(holds)

    visit(root, is_inside=False)
    return states


def code_of(sealed: Sealed, key: bytes) -> str:
    """The code: what it says, and a seal of 80 bits over it, in small letters and figures by fives."""
    content = _packed(sealed)
    letters = base64.b32encode(_seal(content, key) + content).decode().rstrip("=").lower()
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def read_code(typed: str, keys: Sequence[bytes]) -> Sealed | None:
    """What a code says; None when no key made its seal, or it was typed wrong. Signs between letters do not matter."""
    letters = "".join(sign for sign in typed[:LONGEST_CODE] if sign.isascii() and sign.isalnum()).upper()
    try:
        data = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except (binascii.Error, ValueError):
        return None
    seal, content = data[:SEAL_BYTES], data[SEAL_BYTES:]
    if not any(hmac.compare_digest(seal, _seal(content, key)) for key in keys):
        return None
    is_as_made = base64.b32encode(data).decode().rstrip("=") == letters
    return _unpacked(content) if is_as_made else None


def _seal(content: bytes, key: bytes) -> bytes:
    return hmac.digest(key, content, "sha256")[:SEAL_BYTES]


def _packed(sealed: Sealed) -> bytes:
    """Version, day, then runs of places: how far from the last one, how many more follow."""
    numbers = [sealed.version, (sealed.made_on - FIRST_DAY).days]
    last = -1
    for first, count in _runs(sealed.places):
        numbers += [first - last - 1, count - 1]
        last = first + count - 1
    return b"".join(_as_bytes(number) for number in numbers)


def _runs(places: Iterable[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and place == sum(runs[-1]):
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((place, 1))
    return runs


def _as_bytes(number: int) -> bytes:
    """Seven bits a byte, the lowest first; the highest bit says that more follow."""
    found = []
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    return bytes([*found, number])


def _unpacked(content: bytes) -> Sealed | None:
    numbers: list[int] = []
    value, shift = 0, 0
    for byte in content:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            numbers.append(value)
            value, shift = 0, 0
    if shift or len(numbers) < 4 or len(numbers) % 2:
        return None
    places: list[int] = []
    for skipped, more in zip(numbers[2::2], numbers[3::2], strict=True):
        first = (places[-1] if places else -1) + 1 + skipped
        places.extend(range(first, first + more + 1))
    return Sealed(numbers[0], FIRST_DAY + datetime.timedelta(days=numbers[1]), tuple(places))
