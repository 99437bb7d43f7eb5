"""What no gate can prevent, `verify_public` finds and names: live rows and bytes against what was cleared."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from editorial.gates import triggers
from editorial.models import AssetUse, EditorialRecord, OpenGrant
from editorial.selectors.evidence import public_faults
from tests.factories.tampering import swap_bytes, triggers_lifted
from tests.security.attempts import NOTHING, TRIGGER, run_sql, stopped_by

pytestmark = pytest.mark.django_db

Stage = SimpleNamespace


def forge_grant(s: Stage, kind: str = "post") -> OpenGrant:
    """The row that the triggers look for, written by somebody with the database's password."""
    return OpenGrant.objects.create(
        page_id=s.pages.live.pk,
        revision_id=s.pages.live.live_revision_id,
        kind=kind,
        opened_at=timezone.now(),
    )


def under_a_forged_grant(statement: str) -> Callable[[Stage], None]:
    def forge(s: Stage) -> None:
        grant = forge_grant(s)
        run_sql(statement, s.pages.live.pk)
        grant.delete()

    return forge


def off_line_under_a_forged_grant(s: Stage) -> None:
    grant = forge_grant(s, "clear_away")
    run_sql("UPDATE wagtailcore_page SET live = %s WHERE id = %s", False, s.pages.live.pk)
    grant.delete()


def without_triggers(statement: str) -> Callable[[Stage], None]:
    def forge(s: Stage) -> None:
        with triggers_lifted():
            run_sql(statement, s.pages.live.pk)

    return forge


def live_without_a_clearance(s: Stage) -> None:
    with triggers_lifted():
        run_sql("UPDATE wagtailcore_page SET live = %s WHERE id = %s", True, s.pages.draft.pk)


def live_after_the_take_down(s: Stage) -> None:
    with triggers_lifted():
        run_sql("UPDATE wagtailcore_page SET live = %s WHERE id = %s", True, s.pages.gone.pk)


def clearance_of_another_item(s: Stage) -> None:
    EditorialRecord.objects.filter(pk=s.live.pk).update(live_clearance=s.approved.clearances.get())


def swapped_clearance(s: Stage) -> None:
    with triggers_lifted():
        run_sql("UPDATE editorial_clearance SET digest = 'x' WHERE page_id = %s", s.pages.live.pk)


FORGERIES: dict[str, tuple[Callable[[Stage], None], str, str]] = {
    "title under a forged grant": (
        under_a_forged_grant("UPDATE wagtailcore_page SET title = 'X' WHERE id = %s"),
        "live",
        "its content is not what was cleared",
    ),
    "text under a forged grant": (
        under_a_forged_grant("UPDATE news_newspage SET lead = 'X' WHERE page_ptr_id = %s"),
        "live",
        "its content is not what was cleared",
    ),
    "keyword under a forged grant": (
        under_a_forged_grant("DELETE FROM news_newspagetag WHERE content_object_id = %s"),
        "live",
        "its content is not what was cleared",
    ),
    "category under a forged grant": (
        under_a_forged_grant("DELETE FROM news_newspage_categories WHERE newspage_id = %s"),
        "live",
        "its content is not what was cleared",
    ),
    "off the site under a forged grant": (off_line_under_a_forged_grant, "live", "off the site, though"),
    "text without triggers": (
        without_triggers("UPDATE news_newspage SET author_name = 'X' WHERE page_ptr_id = %s"),
        "live",
        "its content is not what was cleared",
    ),
    "older version without triggers": (
        without_triggers("UPDATE wagtailcore_page SET live_revision_id = NULL WHERE id = %s"),
        "live",
        "shows version",
    ),
    "live without a clearance": (live_without_a_clearance, "draft", "on the site without a clearance"),
    "live after the take-down": (live_after_the_take_down, "gone", "on the site, though"),
    "another item's clearance": (clearance_of_another_item, "live", "shows version"),
    "a swapped clearance": (swapped_clearance, "live", "its content is not what was cleared"),
}


def said_by_command() -> str:
    with pytest.raises(CommandError) as failure:
        call_command("verify_public")
    assert failure.value.returncode == 1
    return "\n".join(public_faults())


@pytest.mark.parametrize(("forge", "where", "what"), [pytest.param(*row, id=name) for name, row in FORGERIES.items()])
def test_forgery__is_named_with_its_page(forge: Callable[[Stage], None], where: str, what: str, stage: Stage) -> None:
    assert list(public_faults()) == []

    forge(stage)

    said = said_by_command()
    assert f"page {getattr(stage.pages, where).pk}: " in said
    assert what in said


def test_forged_grant__is_named_while_it_stands(stage: Stage) -> None:
    forge_grant(stage)

    assert f"page {stage.pages.live.pk}: a grant was left open or forged" in said_by_command()


def test_forged_grant__opens_nothing_without_a_clearance(stage: Stage) -> None:
    """Even then the triggers ask for the clearance of exactly this version."""
    OpenGrant.objects.create(
        page_id=stage.pages.draft.pk,
        revision_id=stage.pages.draft.latest_revision_id,
        kind="post",
        opened_at=timezone.now(),
    )

    met = stopped_by(
        lambda: run_sql(
            "UPDATE wagtailcore_page SET live = %s, live_revision_id = latest_revision_id WHERE id = %s",
            True,
            stage.pages.draft.pk,
        )
    )

    assert met == TRIGGER


@pytest.mark.parametrize("which", ["image", "document"])
def test_swapped_bytes__are_named_with_page_and_file(which: str, stage: Stage) -> None:
    row = getattr(stage, which)
    swap_bytes(row, b"other bytes")

    assert f"page {stage.pages.live.pk}: the file {row._meta.label_lower}/{row.pk} is not the one" in said_by_command()


@pytest.mark.parametrize("which", ["image", "document"])
def test_vanished_bytes__are_named_with_page_and_file(which: str, stage: Stage) -> None:
    row = getattr(stage, which)
    default_storage.delete(row.file.name)

    assert f"page {stage.pages.live.pk}: the file {row._meta.label_lower}/{row.pk} is not the one" in said_by_command()


def test_file_no_longer_noted_as_used__is_named(stage: Stage) -> None:
    """Its picture is gone from the public page: a take-down without the head."""
    assert stopped_by(AssetUse.objects.filter(record=stage.live).delete) == NOTHING

    assert any(f"page {stage.pages.live.pk}: " in fault for fault in public_faults())


def test_sound_site__passes(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    """The control."""
    call_command("verify_public")

    assert "7 pages on the site, each as it was cleared." in capsys.readouterr().out
    assert triggers.missing(connection) == []
