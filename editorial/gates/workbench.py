"""Wagtail's workflow follows our chain; nobody else moves it.

The workflow tables are workbench state (what the editor's status bar shows), never evidence.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, Workflow, WorkflowState

from editorial.rules.vocabulary import Stage

WORKFLOW_NAME = "Editorial board"

_moving: ContextVar[bool] = ContextVar("workbench_moving", default=False)


@contextlib.contextmanager
def our_move() -> Iterator[None]:
    """Mark this block as a move of the chain."""
    token = _moving.set(True)
    try:
        yield
    finally:
        _moving.reset(token)


def demand_our_move() -> None:
    """Raise PermissionDenied when Wagtail's workflow is moved by anything but the chain."""
    if not _moving.get():
        raise PermissionDenied(_("Items move through the editorial board only: use my desk. Nothing was changed."))


def running_state(page: Page) -> WorkflowState | None:
    """The page's workflow that is under way."""
    return WorkflowState.objects.filter(
        base_content_type=page.get_base_content_type(),
        object_id=str(page.pk),
        status__in=[WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES],
    ).first()


def move_to(page: Page, stage: Stage, user: Any) -> None:
    """Put the page's workflow at `stage`, starting it where none runs."""
    task = board_task(stage)
    if task is None:
        return
    with our_move():
        state = running_state(page) or _new_state(page, user)
        close_task(state, user, TaskState.STATUS_APPROVED)
        state.current_task_state = task.start(state, user=user)
        state.save()


def board_task(stage: Stage) -> Any:
    """The workflow task of a stage; None before `setup_school` has made the workflow."""
    from_workflow = Workflow.objects.filter(name=WORKFLOW_NAME, active=True).first()
    if from_workflow is None:
        return None
    wanted = Stage.EDITING if stage is Stage.EDITOR else stage
    return next((t.specific for t in from_workflow.tasks if getattr(t.specific, "stage", "") == wanted), None)


def _new_state(page: Page, user: Any) -> WorkflowState:
    state = WorkflowState(
        content_type=page.get_content_type(),
        base_content_type=page.get_base_content_type(),
        object_id=str(page.pk),
        workflow=Workflow.objects.get(name=WORKFLOW_NAME),
        requested_by=user,
    )
    state.save()
    return state


def close_task(state: WorkflowState, user: Any, status: str) -> None:
    """End the current task of a workflow with `status`."""
    current = state.current_task_state
    if current is None or current.status != TaskState.STATUS_IN_PROGRESS:
        return
    current.status = status
    current.finished_at = timezone.now()
    current.finished_by = user
    current.save()


def end(page: Page, user: Any, *, posted: bool) -> None:
    """End the page's workflow: approved when it was posted, else cancelled."""
    with our_move():
        state = running_state(page)
        if state is None:
            return
        close_task(state, user, TaskState.STATUS_APPROVED if posted else TaskState.STATUS_CANCELLED)
        state.status = WorkflowState.STATUS_APPROVED if posted else WorkflowState.STATUS_CANCELLED
        state.save()
