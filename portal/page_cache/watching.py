"""Every write that the public site may show raises the generation, whoever writes and by whatever door.

Each statement of this process passes here, also `update()`, bulk writes and plain SQL. A table counts unless it is
named below: a new table can make the cache too careful, never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate

from core.models import Generation

# What no public page reads. A row here is a promise: something else tells when the page changes.
QUIET = frozenset(
    """
    core_generation django_migrations django_content_type auth_permission
    django_session axes_accessattempt axes_accessattemptexpiration axes_accessfailurelog axes_accesslog
    django_tasks_db_dbtaskresult
    editorial_ledgerentry editorial_ledgerhead editorial_outboxmessage editorial_opengrant editorial_periodicrun
    editorial_takedownrequest editorial_correctionproposal editorial_guestlink editorial_inspectorlink
    editorial_intakeentry editorial_intakeoriginal editorial_begunitem editorial_duty editorial_incident
    editorial_report editorial_reportfile editorial_planneditem
    documents_acquaintance documents_journalquestion documents_regulationimport
    wagtailadmin_editingsession wagtailadmin_formstate wagtailusers_userprofile
    wagtailcore_comment wagtailcore_commentreply wagtailcore_pagesubscription wagtailcore_uploadedfile
    wagtailcore_modellogentry wagtailcore_pagelogentry wagtailcore_referenceindex wagtailcore_revision
    wagtailcore_taskstate wagtailcore_workflowstate
    """.split()
)
# Reading a page may make a size of a picture; only when one changes or goes, a page that names it is out of date.
QUIET_INSERTS = frozenset({"wagtailimages_rendition"})
# What signing in writes. Saving a draft does count: it writes the index of the search, at once or in a worker later.
QUIET_COLUMNS = {"school_user": frozenset({"last_login", "password"})}

WRITE = re.compile(
    r"\s*(INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(?:\s+ONLY)?|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?)"
    r'\s+"?(\w+)"?',
    re.IGNORECASE,
)
WRITE_BELOW = re.compile(r"\s*WITH\b.*\b(?:INSERT\s+INTO|(?<!FOR )UPDATE|DELETE\s+FROM)\b", re.IGNORECASE | re.DOTALL)
PLAIN_UPDATE = re.compile(r'UPDATE "\w+" SET ((?:"\w+" = (?:%s|NULL)(?:, )?)+)(?: WHERE|$)')
COLUMN = re.compile(r'"(\w+)" =')

_paused: set[str] = set()


def is_public_write(sql: str) -> bool:
    """Whether a statement may change what a public page shows."""
    found = WRITE.match(sql)
    if found is None:
        return WRITE_BELOW.match(sql) is not None
    verb, table = found[1].upper(), found[2].lower()
    if table in QUIET or (table in QUIET_INSERTS and verb.startswith("INSERT")):
        return False
    return not (table in QUIET_COLUMNS and _columns(sql) <= QUIET_COLUMNS[table])


def _columns(sql: str) -> set[str]:
    """The columns of a plain UPDATE; `{"*"}` for any other statement."""
    found = PLAIN_UPDATE.match(sql)
    return set(COLUMN.findall(found[1])) if found else {"*"}


def watch(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Let the statement through, then raise the generation in the same transaction if it counts."""
    result = execute(sql, params, many, context)
    alias = context["connection"].alias
    if alias not in _paused and is_public_write(str(sql)):
        Generation.bump(alias)
    return result


def attach(connection: BaseDatabaseWrapper, **_signal: object) -> None:
    """Watch a connection; first in the list, since tests and tools add and remove theirs at the end."""
    if watch not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, watch)


def pause(using: str, **_signal: object) -> None:
    """Migrations begin: the generation's own table may not be there yet."""
    _paused.add(using)


def resume(sender: AppConfig, using: str, **_signal: object) -> None:
    """Migrations are done, and may have changed anything."""
    _paused.discard(using)
    if sender.label == "core":
        Generation.bump(using)


def connect() -> None:
    """Watch every connection of this process; called once, when the apps are ready."""
    connection_created.connect(attach, dispatch_uid="page_cache_attach")
    pre_migrate.connect(pause, dispatch_uid="page_cache_pause")
    post_migrate.connect(resume, dispatch_uid="page_cache_resume")
