"""Rows become a tree: each opens something, goes on with what came before, or is a paragraph of its own."""

from __future__ import annotations

from documents.rules.by_hand import opening_as_told
from documents.rules.corrections import DIVIDING, Act, Said
from documents.rules.drafts import CLAUSE, LEAF, POINT, Context, Draft, Grammar, Opening
from documents.rules.joining import closed_up, continues, joined
from documents.rules.lines import Row, Warned, ends_sentence, is_capitals, starts_small
from documents.rules.numbering import label_value, prefix_of
from documents.rules.vocabulary import NodeKind, WarningCode

GATHERING = frozenset({NodeKind.TITLE, NodeKind.APPROVAL, NodeKind.STAMP})
PLAIN = frozenset({NodeKind.SIGNATURE, NodeKind.FORM, NodeKind.LETTERHEAD, NodeKind.NUMBER, NodeKind.DATE})
LONGEST_HEADING, LONGEST_PARAGRAPH = 200, 20_000


class Builder:
    """Builds one division: the cover, the text, an appendix."""

    def __init__(self, root: Draft, grammar: Grammar, context: Context) -> None:
        self.root = root
        self.grammar = grammar
        self.context = context
        self.stack = context.stack
        self.stack.append(root)
        self.sink: Draft | None = None
        self.awaiting: Draft | None = None
        self.length = 0
        self.is_cut = False
        self.warnings: list[Warned] = []

    def build(self) -> Draft:
        """The whole division under its root."""
        for index, row in enumerate(self.context.rows):
            self.context.index = index
            self._take(row)
            self.length, self.is_cut = len(row.text), row.is_cut
        return self.root

    def _take(self, row: Row) -> None:
        said = self.context.said.get(row.number)
        if said is not None and said.kind not in DIVIDING:
            self._take_as_told(row, said)
        elif row.cells:
            self._table_row(row)
        elif row.is_note:
            self._add(Draft(NodeKind.NOTE, text=row.text, line=row.number, last_line=row.number), self._text_holder())
        else:
            self._take_as_read(row)

    def _take_as_told(self, row: Row, said: Said) -> None:
        """A line of which a person said what it is."""
        if said.act is Act.OPENS:
            opening = opening_as_told(row.text, said, self.context)
            if opening.rank < LEAF:
                self.stack[:] = [draft for draft in self.stack if draft.rank != 1]  # no part of a signature
                self.context.is_ended = False
            self._open(opening, row).is_told = True
        elif said.act is Act.JOINS and self.sink is not None:
            self._append(self.sink, row)
        else:
            self._paragraph(row)

    def _take_as_read(self, row: Row) -> None:
        self.context.before = self.sink.text if self.sink else ""
        opening = self.grammar.opening(row, self.context)
        if self.sink and self.sink.kind in GATHERING and opening is None and self._gathers(row):
            self._append(self.sink, row)
        elif opening is not None:
            self._open(opening, row)
        elif self.awaiting is not None and self._is_heading_of(self.awaiting, row):
            self._give_heading(self.awaiting, row)
        elif self.sink is not None and self._goes_on(self.sink, row):
            self._go_on(self.sink, row)
        else:
            self._paragraph(row)

    def _before(self) -> str:
        return (self.sink.text or self.sink.heading) if self.sink else ""

    def _gathers(self, row: Row) -> bool:
        assert self.sink is not None
        return self.grammar.in_title(row, self.sink, self.context)

    def _table_row(self, row: Row) -> None:
        """A row of the table above it, or of a new one."""
        holder = self._text_holder()
        table = holder.children[-1] if holder.children else None
        if table is None or table.kind is not NodeKind.TABLE or row.gap > 1:
            mark = row.text[0] if _letters(row.text) > sum(map(_letters, row.cells)) else ""
            table = self._add(Draft(NodeKind.TABLE, mark=mark, line=row.number), holder)
        table.rows.append(tuple(closed_up(cell) for cell in row.cells))
        table.last_line = row.number
        self.sink = self.awaiting = None

    def _open(self, opening: Opening, row: Row) -> Draft:
        rest = closed_up(opening.rest)
        draft = Draft(opening.kind, opening.rank, opening.label, opening.mark, line=row.number, last_line=row.number)
        if opening.heads:
            draft.heading = rest
        else:
            draft.text = rest
        self._add(draft, self._holder_for(opening))
        if opening.rank < LEAF:
            self.stack.append(draft)
        self.sink = None if opening.kind in PLAIN else draft
        self.awaiting = draft if opening.awaits else None
        self._remember(opening)
        return draft

    def _holder_for(self, opening: Opening) -> Draft:
        if opening.rank >= LEAF:
            return self._text_holder()
        while len(self.stack) > 1 and not self._may_hold(self.stack[-1], opening):
            self.stack.pop()
        return self.stack[-1]

    def _may_hold(self, holder: Draft, opening: Opening) -> bool:
        if holder.rank >= opening.rank:
            return False
        is_inner = opening.kind is NodeKind.CLAUSE and holder.kind is NodeKind.CLAUSE
        return not is_inner or prefix_of(opening.label) == holder.label

    def _remember(self, opening: Opening) -> None:
        if POINT > opening.rank > 1:
            self.context.last[opening.kind] = label_value(opening.label)
            self.context.listed = 0
        elif opening.kind is NodeKind.POINT and opening.mark.endswith("."):
            self.context.listed = label_value(opening.label)
        if opening.kind is NodeKind.TITLE:
            self.context.has_subject = self.context.has_title
            self.context.has_title = True
        if opening.kind in {NodeKind.RECIPIENTS, NodeKind.SIGNATURE}:
            self.context.is_ended = True

    def _text_holder(self) -> Draft:
        """What a paragraph belongs to: the clause, not the point or bullet before it."""
        while self.stack[-1].rank >= POINT:
            self.stack.pop()
        return self.stack[-1]

    def _is_heading_of(self, awaiting: Draft, row: Row) -> bool:
        if awaiting.heading:
            return row.gap == 0 and is_capitals(awaiting.heading) and is_capitals(row.text)
        return is_capitals(row.text) or (not ends_sentence(row.text) and len(row.text) <= LONGEST_HEADING)

    def _give_heading(self, draft: Draft, row: Row) -> None:
        draft.heading = self._joined(draft.heading, row)
        draft.last_line = row.number
        self.sink = draft

    def _goes_on(self, sink: Draft, row: Row) -> bool:
        is_heading = bool(sink.heading) and not sink.text
        longest = 2 * LONGEST_HEADING if is_heading else LONGEST_PARAGRAPH
        if self.root.kind is NodeKind.FORM or sink.kind in GATHERING or len(self._before()) > longest:
            return False
        return continues(self._before(), row, is_heading=is_heading, length=self.length)

    def _go_on(self, sink: Draft, row: Row) -> None:
        self.warnings.append(Warned(WarningCode.BROKEN_LINE, sink.last_line))
        self._append(sink, row)

    def _append(self, sink: Draft, row: Row) -> None:
        if sink.heading and not sink.text:
            sink.heading = self._joined(sink.heading, row)
        else:
            sink.text = self._joined(sink.text, row)
        sink.last_line = row.number

    def _joined(self, before: str, row: Row) -> str:
        after = closed_up(row.text)
        return f"{before}{after}" if self.is_cut else joined(before, after)

    def _paragraph(self, row: Row) -> None:
        holder = self._text_holder()
        if holder is self.sink and holder.rank >= CLAUSE and _is_heading_only(holder, row):
            holder.heading, holder.text = holder.text, ""
        paragraph = Draft(NodeKind.PARAGRAPH, text=closed_up(row.text), line=row.number, last_line=row.number)
        self._add(paragraph, holder)
        self.sink = None if holder.kind in PLAIN else paragraph
        self.awaiting = None

    def _add(self, draft: Draft, holder: Draft) -> Draft:
        holder.children.append(draft)
        return draft


def _is_heading_only(clause: Draft, row: Row) -> bool:
    """ "1. Phạm vi áp dụng", followed by a paragraph of its own."""
    is_bare = not clause.children and not clause.heading and not ends_sentence(clause.text)
    return is_bare and bool(clause.text) and not starts_small(row.text)


def _letters(text: str) -> int:
    """How many signs there are beside spaces."""
    return len("".join(text.split()))
