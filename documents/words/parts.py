"""What people read for the parts of a text, and what they may say of a line."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.rules.corrections import Act
from documents.rules.vocabulary import Language, NodeKind
from editorial.models.choices import Labels

PARTS: Labels = {
    NodeKind.COVER: pgettext_lazy("part of a text", "Order before the text"),
    NodeKind.BODY: pgettext_lazy("part of a text", "The text itself"),
    NodeKind.APPENDIX: pgettext_lazy("part of a text", "Appendix"),
    NodeKind.FORM: pgettext_lazy("part of a text", "Form to fill in"),
    NodeKind.PART: pgettext_lazy("part of a text", "Part"),
    NodeKind.CHAPTER: pgettext_lazy("part of a text", "Chapter"),
    NodeKind.SECTION: pgettext_lazy("part of a text", "Section"),
    NodeKind.SUBSECTION: pgettext_lazy("part of a text", "Subsection"),
    NodeKind.ARTICLE: pgettext_lazy("part of a text", "Article"),
    NodeKind.CLAUSE: pgettext_lazy("part of a text", "Clause"),
    NodeKind.POINT: pgettext_lazy("part of a text", "Point"),
    NodeKind.ITEM: pgettext_lazy("part of a text", "Bullet"),
    NodeKind.TABLE: pgettext_lazy("part of a text", "Table"),
    NodeKind.INTRO: pgettext_lazy("part of a text", "Introduction"),
    NodeKind.PARAGRAPH: pgettext_lazy("part of a text", "Paragraph"),
    NodeKind.HEADING: pgettext_lazy("part of a text", "Heading"),
    NodeKind.NOTE: pgettext_lazy("part of a text", "Footnote"),
    NodeKind.TITLE: pgettext_lazy("part of a text", "Title"),
    NodeKind.LETTERHEAD: pgettext_lazy("part of a text", "Letterhead"),
    NodeKind.NUMBER: pgettext_lazy("part of a text", "Number"),
    NodeKind.DATE: pgettext_lazy("part of a text", "Place and date"),
    NodeKind.BASIS: pgettext_lazy("part of a text", "Legal basis"),
    NodeKind.APPROVAL: pgettext_lazy("part of a text", "Approval"),
    NodeKind.STAMP: pgettext_lazy("part of a text", "Electronic signature"),
    NodeKind.RECIPIENTS: pgettext_lazy("part of a text", "Recipients"),
    NodeKind.SIGNATURE: pgettext_lazy("part of a text", "Signature"),
}
OPENS: Labels = {
    NodeKind.TITLE: _("opens: the title"),
    NodeKind.BODY: _("opens: the text that the order puts into force"),
    NodeKind.PART: _("opens: a part"),
    NodeKind.CHAPTER: _("opens: a chapter"),
    NodeKind.SECTION: _("opens: a section"),
    NodeKind.SUBSECTION: _("opens: a subsection"),
    NodeKind.ARTICLE: _("opens: an article"),
    NodeKind.CLAUSE: _("opens: a clause"),
    NodeKind.POINT: _("opens: a point"),
    NodeKind.ITEM: _("opens: a bullet"),
    NodeKind.APPENDIX: _("opens: an appendix"),
    NodeKind.FORM: _("opens: a form to fill in"),
}
ACTS: Labels = {
    Act.PARAGRAPH: _("is a paragraph of its own"),
    Act.JOINS: _("goes on with the line above"),
    Act.ASIDE: _("is no part of the text: set it aside"),
}
LANGUAGES: Labels = {
    Language.VI: _("Vietnamese"),
    Language.RU: _("Russian"),
}
