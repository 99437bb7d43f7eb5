"""A document of the register."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Revision
from wagtail.search import index

from core.rules.answers import Refused, demand
from documents.forms.editor import DocumentPageForm
from documents.models.care import CareFields
from documents.models.fields import RegisterFields
from documents.rules.registering import (
    Audience,
    Openness,
    RegisterFacts,
    Standing,
    contradictions,
    is_dated,
    may_be_public,
)
from documents.rules.tree_json import plain
from documents.rules.types import TYPES, shown_number, type_name
from documents.rules.writing import read_text_again
from documents.words import register as words
from editorial.models.pages import BoardPage
from editorial.rules.reasons import Reason
from editorial.sentences import SENTENCES

LONG_FIELDS = ("text", "tree", "reading_corrections", "approvals", "legal_basis", "relations", "files")


class OfficialDocumentPage(BoardPage, RegisterFields, CareFields):  # type: ignore[django-manager-missing]  # Wagtail is untyped
    """A document with its register fields, its text by clauses and its files; released by the board's short route.

    `tree` is the text as it was read when the version was saved. It is content: it is in the digest of
    the clearance and never read again, so a posted edition stays as it is (Đ18).
    """

    parent_page_types = ["documents.DocumentIndexPage"]
    subpage_types: list[str] = []
    is_document = True
    derived_fields = frozenset({"tree"})
    template = "documents/official_document_page.html"
    query_keys = frozenset({"on", "changes", "q", "pick"})
    base_form_class = DocumentPageForm

    content_panels = [
        FieldPanel("title", heading=_("Name of the document")),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("field")]),
        FieldRowPanel([FieldPanel("number"), FieldPanel("symbol")]),
        FieldRowPanel([FieldPanel("issuing_body"), FieldPanel("issued_on")]),
        FieldRowPanel([FieldPanel("effective_on"), FieldPanel("expires_on")]),
        FieldRowPanel([FieldPanel("signer_name"), FieldPanel("signer_post"), FieldPanel("signer_authority")]),
        FieldPanel("abstract"),
        FieldPanel("openness"),
        MultiFieldPanel(
            [FieldPanel(f"for_{audience.value}") for audience in Audience],
            heading=_("For whom it is"),
            help_text=_("Tick nothing when it concerns everybody."),
        ),
        FieldPanel("files"),
        MultiFieldPanel(
            [FieldPanel("owner_unit"), FieldRowPanel([FieldPanel("review_on"), FieldPanel("retention")])],
            heading=_("Who looks after it"),
        ),
    ]
    text_panels = [
        HelpPanel(template="documents/admin/read_text.html", heading=_("How the text was read")),
        FieldPanel("text"),
    ]
    tie_panels = [
        FieldPanel("approvals"),
        FieldPanel("legal_basis"),
        FieldPanel("relations"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("certificate_number"), FieldPanel("certificate_owner")]),
                FieldRowPanel([FieldPanel("certificate_from"), FieldPanel("certificate_to")]),
            ],
            heading=_("Electronic signature"),
        ),
        MultiFieldPanel([FieldPanel("override"), FieldPanel("override_reason")], heading=_("Validity")),
        MultiFieldPanel(
            [
                FieldPanel("standing"),
                FieldRowPanel([FieldPanel("superior_body"), FieldPanel("superior_number"), FieldPanel("superior_on")]),
            ],
            heading=_("Draft for comment"),
            help_text=_("A draft is released only with the superior body's approval, its number and its day."),
        ),
        FieldPanel("is_board_regulation"),
        MultiFieldPanel(
            [FieldPanel("origin"), FieldPanel("channel"), FieldPanel("source_name"), FieldPanel("source_url")],
            heading=_("Where it comes from"),
        ),
    ]
    promote_panels: list[Any] = []
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Register")),
            ObjectList(text_panels, heading=_("Text")),
            ObjectList(tie_panels, heading=_("Approvals and links")),
        ]
    )
    search_fields = [
        *BoardPage.search_fields,
        index.SearchField("number"),
        index.SearchField("symbol"),
        index.SearchField("abstract"),
        index.SearchField("issuing_body"),
    ]

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @property
    def type_name(self) -> str:
        """The type in the language it is issued in."""
        return type_name(self.kind)

    @property
    def full_number(self) -> str:
        """Number and symbol as people write them; empty without a number."""
        country = TYPES[self.kind].country if self.kind in TYPES else "vn"
        return shown_number(self.number, self.symbol, country)

    @property
    def audiences(self) -> list[str]:
        """Names of those it is written for; none when it is for everybody."""
        return [str(label) for code, label in words.AUDIENCES.items() if getattr(self, f"for_{code}")]

    @property
    def answering_unit(self) -> Any:
        """The unit that looks after it; the board's own unit where none is named."""
        return self.owner_unit or self.unit

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new document is looked after by the unit it was entered in, unless another one is named."""
        is_new = self.pk is None
        if is_new and self.unit_id is None:
            section: Any = self.get_parent().specific
            self.unit_id = section.unit_id
        if is_new and self.owner_unit_id is None:
            self.owner_unit_id = self.unit_id
        super().save(*args, **kwargs)

    def register_facts(self) -> RegisterFacts:
        """The register's fields as the rules see them."""
        days = ("issued_on", "effective_on", "expires_on", "certificate_from", "certificate_to")
        return RegisterFacts(
            openness=Openness(self.openness),
            has_files=bool(self.files),
            override=self.override,
            override_reason=self.override_reason,
            standing=Standing(self.standing),
            superior_body=self.superior_body,
            superior_number=self.superior_number,
            superior_on=self.superior_on,
            **{name: getattr(self, name) for name in days},
        )

    def content_errors(self) -> dict[str, list[Any]]:
        """As of every board page; no contradiction in the register, nothing internal, links to what is public only."""
        errors = super().content_errors()
        if errors:
            return errors
        facts = self.register_facts()
        for fault in contradictions(facts):
            errors.setdefault(words.FIELD_OF_CONTRADICTION[fault], []).append(words.CONTRADICTIONS[fault])
        answer = may_be_public(facts)
        if isinstance(answer, Refused):
            reason = Reason(answer.reason)
            errors[words.FIELD_OF_REFUSAL.get(reason, "openness")] = [SENTENCES[reason]]
        if self._has_unreleased_targets():
            errors["relations"] = [_("A linked document is not on the site. Release that one first.")]
        return errors

    def forwarding_errors(self) -> dict[str, list[Any]]:
        """Beyond what handing in asks for: the day of issue, which a unit's draft lacks."""
        answer = is_dated(self.register_facts())
        return {"issued_on": [SENTENCES[Reason(answer.reason)]]} if isinstance(answer, Refused) else {}

    def _has_unreleased_targets(self) -> bool:
        """Whether a link leads to a document that readers cannot open."""
        return type(self).objects.filter(pk__in=self.target_ids(), live=False).exists()

    def target_ids(self) -> set[int]:
        """Keys of the documents that the links and the legal basis name."""
        rows = [*self.relations.raw_data, *self.legal_basis.raw_data]
        return {int(row["value"]["page"]) for row in rows if row["value"].get("page")}

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Save a new version; its text is read into clauses now, once for all."""
        regulation = read_text_again(self.text, self.reading_corrections) if self.text.strip() else None
        self.tree = plain(regulation.root) if regulation else {}
        return super().save_revision(*args, **kwargs)

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish `revision`; raises RuleRefused when it says of itself that it is not for the public."""
        facts = revision.as_object().register_facts()
        demand(may_be_public(facts))
        demand(is_dated(facts))
        super().publish(revision, *args, **kwargs)
