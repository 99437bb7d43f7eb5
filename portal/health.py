"""`/health/`: whether this process can serve, for a load balancer or the duty person."""

import logging
from collections.abc import Callable

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from editorial.gates import triggers

logger = logging.getLogger(__name__)


def database_answers() -> bool:
    """The database takes a query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))


def migrations_are_applied() -> bool:
    """No migration of the code is missing in the database."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def guards_are_in_place() -> bool:
    """Every trigger that keeps the board's pages and ledger is in the database."""
    return not triggers.missing(connection)


PROBES: dict[str, Callable[[], bool]] = {
    "database": database_answers,
    "migrations": migrations_are_applied,
    "guards": guards_are_in_place,
}


def is_well(name: str, probe: Callable[[], bool]) -> bool:
    """The probe's answer; an exception is a no, and its reason goes to the log, never to the visitor."""
    try:
        return probe()
    except Exception:
        logger.exception("health probe %s failed", name)
        return False


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 with every probe true, else 503."""
    answers = {name: is_well(name, probe) for name, probe in PROBES.items()}
    is_healthy = all(answers.values())
    return JsonResponse({"healthy": is_healthy, **answers}, status=200 if is_healthy else 503)
