"""What an edition changed, in words: which clauses are new, changed, moved, left out."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from documents.rules.comparing import Change, ChangeKind
from documents.selectors.editions import Edition

KINDS: dict[ChangeKind, str | Promise] = {
    ChangeKind.CHANGED: pgettext_lazy("clauses of an edition", "Changed: %(clauses)s."),
    ChangeKind.ADDED: pgettext_lazy("clauses of an edition", "New: %(clauses)s."),
    ChangeKind.MOVED: pgettext_lazy("clauses of an edition", "Moved: %(clauses)s."),
    ChangeKind.REMOVED: pgettext_lazy("clauses of an edition", "Left out: %(clauses)s."),
}
BEGINNING = gettext_lazy("The beginning of the text")
MOST_NAMED = 20


def in_words(edition: Edition, changes: list[Change]) -> str:
    """What readers were told of an edition, then the clauses it changed; a sentence where nothing of it is known."""
    told = [edition.note, *sentences(changes)]
    if edition.number == 1:
        told.append(_("The first edition on the portal."))
    return " ".join(text for text in told if text) or _("The text is the same; the register was changed.")


def sentences(changes: list[Change]) -> Iterator[str]:
    """A sentence for each kind of change, with the clauses it befell."""
    for kind, sentence in KINDS.items():
        named = [name_of(change) for change in changes if change.kind is kind]
        if named:
            more = len(named) - MOST_NAMED
            shown = ", ".join(named[:MOST_NAMED])
            if more > 0:
                shown = _("%(places)s and %(count)s more") % {"places": shown, "count": more}
            yield str(sentence) % {"clauses": shown}


def name_of(change: Change) -> str:
    """How the clause of a change is called; of a moved one, where it was and where it is."""
    old, new = (unit.label or str(BEGINNING) if unit else "" for unit in (change.old, change.new))
    if change.kind is ChangeKind.MOVED and old != new:
        return f"{old} → {new}"
    return new or old
