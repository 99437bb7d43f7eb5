"""The closed lists of the importer: parts of a text, warnings, reasons to set something aside."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """Languages whose numbering is known."""

    VI = "vi"
    RU = "ru"


class NodeKind(StrEnum):
    """What a node of the tree is."""

    DOCUMENT = "document"
    COVER = "cover"
    BODY = "body"
    APPENDIX = "appendix"
    FORM = "form"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    SUBSECTION = "subsection"
    ARTICLE = "article"
    CLAUSE = "clause"
    POINT = "point"
    ITEM = "item"
    TABLE = "table"
    INTRO = "intro"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    NOTE = "note"
    TITLE = "title"
    LETTERHEAD = "letterhead"
    NUMBER = "number"
    DATE = "date"
    BASIS = "basis"
    APPROVAL = "approval"
    STAMP = "stamp"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"


class WarningCode(StrEnum):
    """What a person should look at before the text is registered."""

    DUPLICATE_NUMBER = "duplicate_number"
    MISSING_NUMBER = "missing_number"
    WRONG_NUMBER = "wrong_number"
    OUT_OF_ORDER = "out_of_order"
    NO_DOT_AFTER_NUMBER = "no_dot_after_number"
    HEADING_WITH_FULL_STOP = "heading_with_full_stop"
    UNNUMBERED_SUBHEADING = "unnumbered_subheading"
    BROKEN_LINE = "broken_line"
    HYPHENATION = "hyphenation"
    TABS_AS_SPACES = "tabs_instead_of_spaces"
    STRANGE_LETTER = "strange_letter"
    UNBALANCED_QUOTES = "unbalanced_quotes"
    REPEATED_WORD = "repeated_word"
    TWO_DOCUMENTS = "two_documents"
    NO_STRUCTURE = "no_structure"
    NO_TITLE = "no_title"
    GUESSED_ENCODING = "guessed_encoding"
    TRACKED_CHANGES = "tracked_changes"
    NO_TEXT_ON_PAGE = "no_text_on_page"
    CORRECTION_LOST = "correction_lost"


class AsideReason(StrEnum):
    """Why a piece of the source is not in the tree."""

    PAGE_NUMBER = "page_number"
    RUNNING_HEAD = "running_head"
    REPEATED_LETTERHEAD = "repeated_letterhead"
    CONTENTS = "contents"
    HYPHEN = "hyphen"
    MARKUP = "markup"
    RULE = "rule"
    INVISIBLE = "invisible"
    DELETED = "deleted"
    COMMENT = "comment"
    BY_HAND = "by_hand"


DIVISIONS = frozenset({NodeKind.COVER, NodeKind.BODY, NodeKind.APPENDIX, NodeKind.FORM})
ANNEXES = frozenset({NodeKind.APPENDIX, NodeKind.FORM})
NUMBERED = frozenset(
    {
        NodeKind.PART,
        NodeKind.CHAPTER,
        NodeKind.SECTION,
        NodeKind.SUBSECTION,
        NodeKind.ARTICLE,
        NodeKind.CLAUSE,
        NodeKind.POINT,
    }
)
CITABLE = (NUMBERED | DIVISIONS) - {NodeKind.BODY}  # what an extract can be made of
