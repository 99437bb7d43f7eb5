"""What the database refuses: one condition a trigger, the same on SQLite and PostgreSQL.

Guarded pages are found through `editorial_guardedtype`, so that no content table is named here.
By the house check every other page but the root is a structure page.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction, Site

from editorial.gates.receivers import GUARDED_FIELDS, frozen_columns
from editorial.gates.report_rules import report_conditions
from editorial.models.pages import BoardPage

PAGE = "wagtailcore_page"
APPEND_ONLY = (
    "editorial_ledgerentry",
    "editorial_decision",
    "editorial_clearance",
    "editorial_charter",
    "editorial_intakeoriginal",
    "editorial_reportfile",
)
PINNED_COLUMNS = ("content", "object_id", "content_type_id", "base_content_type_id", "user_id")
NOTE_COLUMNS = ("note_kind", "public_note", "note_ground")
ROUND_COLUMNS = ("revision_id", "digest", "author_ids", "record_id", "number", "kind", "charter_id", *NOTE_COLUMNS)
INTAKE_COLUMNS = ("school_id", "year", "number", "received_at", "entered_by_id", "entered_at")
WAY_COLUMNS = ("path", "depth", "slug", "url_path", "live", "content_type_id")


@dataclasses.dataclass(frozen=True, slots=True)
class Trigger:
    """One guard: `event` on `table` is refused when `condition` holds."""

    name: str
    table: str
    event: str
    condition: str


def expected(vendor: str) -> list[Trigger]:
    """All triggers that must be in place on a database of this vendor."""
    differs = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
    return [
        *_page_triggers(differs),
        *_content_triggers(),
        *_way_triggers(differs),
        *_file_triggers(differs),
        *_evidence_triggers(differs),
        *_round_triggers(differs, vendor),
        *(Trigger(*row) for row in report_conditions(differs)),
    ]


def board_page_models() -> list[type[BoardPage]]:
    """Every concrete page type of the board."""
    return sorted(
        (model for model in apps.get_models() if issubclass(model, BoardPage)),
        key=lambda model: model._meta.label,
    )


def _guarded(row: str) -> str:
    return f"{row}.content_type_id IN (SELECT content_type_id FROM editorial_guardedtype)"


def _changed(columns: tuple[str, ...], differs: str) -> str:
    return " OR ".join(f"NEW.{name} {differs} OLD.{name}" for name in columns)


def _page_triggers(differs: str) -> Iterator[Trigger]:
    posting = (
        "EXISTS (SELECT 1 FROM editorial_opengrant g JOIN editorial_clearance c"
        " ON c.page_id = g.page_id AND c.revision_id = g.revision_id"
        " WHERE g.page_id = OLD.id AND g.kind = 'post' AND NEW.live_revision_id = g.revision_id)"
    )
    clearing = (
        "(NOT NEW.live AND EXISTS (SELECT 1 FROM editorial_opengrant g"
        " WHERE g.page_id = OLD.id AND g.kind = 'clear_away'))"
    )
    yield Trigger(
        "board_page_update",
        PAGE,
        "UPDATE",
        f"(OLD.live OR NEW.live) AND ({_guarded('OLD')} OR {_guarded('NEW')})"
        f" AND ({_changed(GUARDED_FIELDS, differs)}) AND NOT ({posting}) AND NOT {clearing}",
    )
    yield Trigger("board_page_insert", PAGE, "INSERT", f"NEW.live AND {_guarded('NEW')}")
    yield Trigger(
        "board_page_delete",
        PAGE,
        "DELETE",
        f"{_guarded('OLD')} AND (OLD.live OR EXISTS"
        " (SELECT 1 FROM editorial_editorialrecord r WHERE r.page_id = OLD.id))",
    )


def _content_triggers() -> Iterator[Trigger]:
    """A live page's own row and child rows, for every table a board page has."""
    for table, column in sorted(set(content_tables())):
        for event, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            page = f"{row}.{column}"
            yield Trigger(
                f"board_{table}_{event.lower()}_{row.lower()}",
                table,
                event,
                f"EXISTS (SELECT 1 FROM {PAGE} p WHERE p.id = {page} AND p.live) AND NOT EXISTS"
                f" (SELECT 1 FROM editorial_opengrant g JOIN editorial_clearance c"
                f" ON c.page_id = g.page_id AND c.revision_id = g.revision_id"
                f" WHERE g.page_id = {page} AND g.kind = 'post')",
            )


def content_tables() -> Iterator[tuple[str, str]]:
    """Tables that hold content of board pages, with the column that names the page."""
    for model in board_page_models():
        yield model._meta.db_table, model._meta.pk.column
        for relation in get_all_child_relations(model):
            if relation.get_accessor_name() != "wagtail_admin_comments":
                yield relation.related_model._meta.db_table, relation.field.column
        for field in model._meta.local_many_to_many:
            yield field.remote_field.through._meta.db_table, _page_column(field, model)


def _page_column(field: Any, model: type[Page]) -> str:
    through = field.remote_field.through
    return next(f.column for f in through._meta.fields if f.is_relation and f.related_model is model)


def _way_triggers(differs: str) -> Iterator[Trigger]:
    """The way to a live page: its sections, its site, and no password before it."""
    below = f"SELECT 1 FROM {PAGE} p WHERE p.live AND p.path LIKE OLD.path || '%' AND {_guarded('p')}"
    broken = f"NEW.numchild < 1 OR {_changed(WAY_COLUMNS, differs)}"
    yield Trigger("board_way_update", PAGE, "UPDATE", f"NOT {_guarded('OLD')} AND ({broken}) AND EXISTS ({below})")
    yield Trigger("board_way_delete", PAGE, "DELETE", f"NOT {_guarded('OLD')} AND EXISTS ({below})")
    site, privacy = Site._meta.db_table, PageViewRestriction._meta.db_table
    inside = (
        f"EXISTS (SELECT 1 FROM {PAGE} p JOIN {PAGE} root ON p.path LIKE root.path || '%'"
        f" WHERE root.id = OLD.root_page_id AND p.live AND {_guarded('p')})"
    )
    yield Trigger("board_site_update", site, "UPDATE", f"NEW.root_page_id {differs} OLD.root_page_id AND {inside}")
    yield Trigger("board_site_delete", site, "DELETE", inside)
    yield Trigger("board_privacy_insert", privacy, "INSERT", "")


def _file_triggers(differs: str) -> Iterator[Trigger]:
    """A picture or file that a live page uses keeps its bytes, and its renditions theirs."""
    image = get_image_model()
    rendition = image.get_rendition_model()._meta
    for model in (image, get_document_model()):
        table, used = model._meta.db_table, _used(model, "OLD.id")
        changed = _changed(frozen_columns(model), differs)
        yield Trigger(f"board_{table}_update", table, "UPDATE", f"({changed}) AND {used}")
        yield Trigger(f"board_{table}_delete", table, "DELETE", used)
    other = _changed(("file", "image_id"), differs)
    yield Trigger(
        "board_rendition_update",
        rendition.db_table,
        "UPDATE",
        f"({other}) AND {_used(image, 'OLD.image_id')}",
    )


def _used(model: type[models.Model], key: str) -> str:
    return f"EXISTS (SELECT 1 FROM editorial_assetuse u WHERE u.name = '{model._meta.label_lower}/' || {key})"


def _evidence_triggers(differs: str) -> Iterator[Trigger]:
    for table in APPEND_ONLY:
        yield Trigger(f"board_{table}_update", table, "UPDATE", "")
        yield Trigger(f"board_{table}_delete", table, "DELETE", "")
    yield Trigger("board_guardedtype_update", "editorial_guardedtype", "UPDATE", "")
    yield Trigger("board_guardedtype_delete", "editorial_guardedtype", "DELETE", "")
    pinned = "EXISTS (SELECT 1 FROM editorial_round r WHERE r.revision_id = OLD.id)"
    yield Trigger(
        "board_revision_update",
        "wagtailcore_revision",
        "UPDATE",
        f"{pinned} AND ({_changed(PINNED_COLUMNS, differs)})",
    )
    yield Trigger("board_revision_delete", "wagtailcore_revision", "DELETE", pinned)
    yield Trigger("board_record_delete", "editorial_editorialrecord", "DELETE", "OLD.first_handed_in_at IS NOT NULL")
    numbered = _changed(INTAKE_COLUMNS, differs)
    yield Trigger("board_intakeentry_update", "editorial_intakeentry", "UPDATE", numbered)
    yield Trigger("board_intakeentry_delete", "editorial_intakeentry", "DELETE", "")
    yield Trigger("board_record_update", "editorial_editorialrecord", "UPDATE", f"NEW.page_id {differs} OLD.page_id")


def _round_triggers(differs: str, vendor: str) -> Iterator[Trigger]:
    """A round keeps what it pinned, loses no stage, and stays ended; only an approval in it clears."""
    lost = (
        "EXISTS (SELECT 1 FROM json_each(OLD.stages) o WHERE o.value NOT IN"
        " (SELECT n.value FROM json_each(NEW.stages) n))"
        if vendor == "sqlite"
        else "NOT NEW.stages @> OLD.stages"
    )
    moved = _changed(ROUND_COLUMNS, differs)
    yield Trigger("board_round_update", "editorial_round", "UPDATE", f"OLD.ended_at IS NOT NULL OR {moved} OR {lost}")
    yield Trigger("board_round_delete", "editorial_round", "DELETE", "")
    yield Trigger(
        "board_clearance_insert",
        "editorial_clearance",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM editorial_decision d JOIN editorial_round r ON r.id = d.round_id"
        " WHERE d.id = NEW.decision_id AND d.act = 'approve' AND d.revision_id = NEW.revision_id"
        " AND r.id = NEW.round_id AND r.revision_id = NEW.revision_id AND r.digest = NEW.digest"
        " AND r.record_id = NEW.record_id AND r.ended_at IS NULL)",
    )
