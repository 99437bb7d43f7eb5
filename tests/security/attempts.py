"""Trying something in a savepoint and saying which gate stopped it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from core.rules.answers import RuleRefused
from editorial.gates.triggers import MESSAGE

RULE, PYTHON, FOREIGN_KEY, TRIGGER, FORM = "rule", "receiver", "protect", "trigger", "validation"
NOTHING = "nothing to stop: it changes nothing that counts"


def stopped_by(attack: Callable[[], Any]) -> str:
    """Run `attack` in a savepoint; the layer that refused it, or `NOTHING` when none had to."""
    try:
        with transaction.atomic():
            attack()
            connection.check_constraints()
    except RuleRefused:
        return RULE
    except PermissionDenied:
        return PYTHON
    except ProtectedError:
        return FOREIGN_KEY
    except ValidationError:
        return FORM
    except DatabaseError as error:
        return TRIGGER if MESSAGE in str(error) else f"database: {error}"
    return NOTHING


def run_sql(statement: str, *values: Any) -> None:
    """One statement past every Python gate."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
