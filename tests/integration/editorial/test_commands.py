"""The board's commands: verify_ledger, verify_public, run_periodic."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from core.clock import now
from editorial import actions
from editorial.models import EditorialRecord, LedgerEntry
from editorial.rules.vocabulary import PublicState, WorkState
from tests.factories import items
from tests.factories.evidence import facts, stands
from tests.factories.tampering import execute, triggers_lifted

pytestmark = pytest.mark.django_db


def run(name: str, **options: object) -> tuple[str, str]:
    """What a command says on its two channels."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command(name, stdout=out, stderr=err, **options)
    except CommandError as error:
        return out.getvalue(), f"{err.getvalue()}{error}"
    return out.getvalue(), err.getvalue()


def forge(sql: str, *values: object) -> None:
    """Change the database past every gate."""
    with triggers_lifted():
        execute(sql, *values)


def test_verify_ledger__says_in_one_sentence_that_all_is_well(cast: SimpleNamespace) -> None:
    """A20: anybody may walk the evidence again."""
    items.published(cast)
    before = facts()

    out, err = run("verify_ledger")

    assert out == f"{LedgerEntry.objects.count()} lines, unbroken; states and decisions agree.\n"
    assert err == ""
    assert facts() == before


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE editorial_ledgerentry SET action = 'x' WHERE seq = 3", "line 3: its content was changed"),
        ("DELETE FROM editorial_ledgerentry WHERE seq = 3", "line 3 is missing before line 4"),
        ("DELETE FROM editorial_decision WHERE stage = 'deputy'", "stands in only one of ledger and"),
        ("UPDATE editorial_editorialrecord SET work_state = 'draft'", "its work state is not what"),
        ("UPDATE editorial_ledgerhead SET signature = 'x'", "the signature of line"),
    ],
)
def test_verify_ledger__names_every_fault_and_fails(cast: SimpleNamespace, sql: str, named: str) -> None:
    """A20: a changed, removed or cut line, a decision without a line, a state without a reason."""
    items.awaiting_head(cast)
    forge(sql)

    out, err = run("verify_ledger")

    assert out == ""
    assert named in err
    assert err.endswith("faults in the ledger")


def test_verify_ledger__with_an_anchor_sees_a_ledger_that_was_written_anew(
    cast: SimpleNamespace, tmp_path: Path
) -> None:
    """A20: also one whose hashes and signature were all made again."""
    anchor = tmp_path / "anchor.json"
    items.submitted(cast)
    run("verify_ledger", write_anchor=anchor)
    assert run("verify_ledger", anchor=anchor)[1] == ""
    items.submitted(cast)
    assert run("verify_ledger", anchor=anchor)[1] == ""

    kept = json.loads(anchor.read_text())
    anchor.write_text(json.dumps({**kept, "hash": "0" * 64}))
    assert f"line {kept['seq']} is not what anchor.json says" in run("verify_ledger", anchor=anchor)[1]
    anchor.write_text("nonsense")
    assert "anchor.json cannot be read" in run("verify_ledger", anchor=anchor)[1]


def test_verify_public__says_how_many_pages_are_as_they_were_cleared(cast: SimpleNamespace) -> None:
    items.published(cast)
    items.approved(cast)

    assert run("verify_public") == ("1 pages on the site, each as it was cleared.\n", "")


def test_verify_public__names_the_page_and_fails(cast: SimpleNamespace) -> None:
    """A75: what the public sees and nobody cleared."""
    record = items.published(cast)
    forge("UPDATE news_newspage SET lead = 'x' WHERE page_ptr_id = %s", record.page_id)

    out, err = run("verify_public")

    assert out == ""
    assert f"page {record.page_id}: its content is not what was cleared" in err
    assert err.endswith("1 faults on the public site or in signed reports")


def test_verify_public__names_a_grant_that_was_forged(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    forge(
        "INSERT INTO editorial_opengrant (page_id, revision_id, kind, opened_at) VALUES (%s, %s, 'post', %s)",
        record.page_id,
        1,
        now(),
    )

    assert f"page {record.page_id}: a grant was left open or forged" in run("verify_public")[1]


@pytest.mark.usefixtures("sound")
def test_run_periodic__posts_what_is_due_and_says_so_once(cast: SimpleNamespace) -> None:
    """A59: callable every minute."""
    record = items.approved(cast)
    actions.schedule(record_id=record.pk, user=cast.secretary, post_at=now().replace(year=now().year + 1))
    EditorialRecord.objects.filter(pk=record.pk).update(post_at=now())

    assert "posted: 1" in run("run_periodic")[0]
    assert run("run_periodic") == ("", "")

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)
    assert "posted: 0" in run("run_periodic", verbosity=2)[0]
