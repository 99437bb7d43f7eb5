"""How an entry of the register becomes an article: a content app says so when it is ready.

`editorial` knows no content app; `news` hands over its maker in `AppConfig.ready`.
"""

from __future__ import annotations

import dataclasses
from typing import Any, Protocol

from editorial.models.chain import EditorialRecord
from editorial.rules.vocabulary import Channel, Origin
from school.models import Unit, User


@dataclasses.dataclass(frozen=True, slots=True)
class DraftText:
    """What a draft begins with: paragraphs of plain text, image rows, document rows."""

    title: str
    paragraphs: tuple[str, ...]
    channel: Channel
    origin: Origin
    pictures: tuple[Any, ...] = ()
    files: tuple[Any, ...] = ()


class DraftMaker(Protocol):
    """Writes a draft in the unit's section, owned by `user`; raises RuleRefused when there is no section."""

    def __call__(self, *, unit: Unit, user: User, text: DraftText) -> EditorialRecord: ...


_makers: list[DraftMaker] = []


def register_draft_maker(maker: DraftMaker) -> None:
    """Let this maker write the drafts; called once, when the apps are ready."""
    _makers[:] = [maker]


def draft_maker() -> DraftMaker:
    """The maker in use; raises LookupError when no content app handed one over."""
    if not _makers:
        raise LookupError("no content app has registered a draft maker")
    return _makers[0]
