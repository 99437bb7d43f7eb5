"""Extracts: what was chosen of a document, the code under it, and what the portal says of a code (B18)."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from collections.abc import Iterable
from enum import StrEnum

from django.conf import settings
from django.utils.encoding import force_bytes
from django.utils.timezone import localdate
from wagtail.models import Revision

from documents.models.documents import OfficialDocumentPage
from documents.rules.citing import labels_of
from documents.rules.extracts import (
    MOST_CLAUSES,
    MOST_LINES,
    ExtractLine,
    Sealed,
    chosen_in_order,
    citable,
    code_of,
    extract,
    read_code,
)
from documents.rules.tree import Node
from documents.rules.tree_json import node_of
from documents.selectors.editions import Edition
from documents.selectors.reading import Reading, reading_of_edition
from editorial.selectors.records import record_of_page

SALT = b"documents.extract:"


class Verdict(StrEnum):
    """What a code turned out to be."""

    UNKNOWN = "unknown"
    GONE = "gone"
    FOUND = "found"


@dataclasses.dataclass(frozen=True, slots=True)
class Extract:
    """Chosen clauses of the edition that `read` shows; `is_too_long` where it would be no extract."""

    read: Reading
    anchors: tuple[str, ...]
    labels: tuple[str, ...]
    kept: tuple[ExtractLine, ...]
    code: str = ""
    is_too_long: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Verified:
    """The answer to a code. `gone_on` is the day the document left the site; nothing of it is told then.

    `is_corrected` where small corrections were made since: then the text is the corrected one.
    """

    verdict: Verdict
    made_on: datetime.date | None = None
    extract: Extract | None = None
    gone_on: datetime.date | None = None
    is_corrected: bool = False


def extract_of(read: Reading, wanted: Iterable[str], on: datetime.date) -> Extract:
    """The extract of the clauses `wanted`; an empty one where the text has none of them."""
    root, edition = read.root, read.edition
    if root is None or edition is None:
        return Extract(read, (), (), ())
    anchors = chosen_in_order(root, wanted)
    made = _made(read, root, anchors)
    if made.is_too_long or not anchors:
        return made
    places = citable(root)
    sealed = Sealed(edition.revision_id, on, tuple(sorted(places.index(anchor) for anchor in anchors)))
    return dataclasses.replace(made, code=code_of(sealed, _keys()[0]))


def _made(read: Reading, root: Node, anchors: list[str]) -> Extract:
    kept = extract(root, anchors)
    names = labels_of(root)
    labels = tuple(names.get(line.line.anchor, line.line.label) for line in kept if line.line and _is_in(line, anchors))
    is_too_long = len(anchors) > MOST_CLAUSES or len(kept) > MOST_LINES
    return Extract(read, tuple(anchors), labels, () if is_too_long else tuple(kept), is_too_long=is_too_long)


def _is_in(line: ExtractLine, anchors: list[str]) -> bool:
    return line.line is not None and line.line.anchor in anchors


def verified(typed: str, on: datetime.date) -> Verified:
    """What the portal holds of the extract behind a code, as a reader may see it on the day `on`."""
    sealed = read_code(typed, _keys())
    version = Revision.objects.filter(pk=sealed.version).first() if sealed else None
    page = OfficialDocumentPage.objects.filter(pk=version.object_id).first() if version else None
    if sealed is None or version is None or page is None:
        return Verified(Verdict.UNKNOWN)
    if not page.live:
        record = record_of_page(page)
        since = record.public_state_since if record else None
        return Verified(Verdict.GONE, sealed.made_on, gone_on=localdate(since) if since else None)
    return _of_version(page, version, sealed, on)


def _of_version(page: OfficialDocumentPage, version: Revision, sealed: Sealed, on: datetime.date) -> Verified:
    read = reading_of_edition(page, on, lambda edition: sealed.version in edition.versions)
    places = citable(node_of(version.as_object().tree))
    if read is None or read.root is None or not sealed.places or sealed.places[-1] >= len(places):
        return Verified(Verdict.UNKNOWN)
    anchors = chosen_in_order(read.root, [places[place] for place in sealed.places])
    is_corrected = _version_of(read.edition) != sealed.version
    return Verified(Verdict.FOUND, sealed.made_on, _made(read, read.root, anchors), is_corrected=is_corrected)


def _version_of(edition: Edition | None) -> int:
    return edition.revision_id if edition else 0


def _keys() -> list[bytes]:
    """The portal's secret and those before it, each for this use alone: a paper outlives a change of the secret."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [hashlib.sha256(SALT + force_bytes(secret)).digest() for secret in secrets]
