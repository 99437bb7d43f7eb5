"""Connects the gates; nothing is decided here."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connections
from django.db.models.signals import post_migrate, post_save, pre_delete, pre_migrate, pre_save
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Site, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from editorial.actions import ensure_record
from editorial.gates import receivers, triggers
from editorial.models.guard import GuardedType
from editorial.models.pages import BoardPage


def make_record(sender: Any, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """A new board page gets its record."""
    if created and not raw and isinstance(instance, BoardPage):
        ensure_record(instance)


def drop_triggers(sender: Any, using: str, **kwargs: Any) -> None:
    """Before migrations alter the tables."""
    triggers.drop_all(connections[using])


def restore_triggers(sender: Any, using: str, **kwargs: Any) -> None:
    """After migrations: note the guarded types, make every trigger again."""
    connection = connections[using]
    if GuardedType._meta.db_table not in connection.introspection.table_names():
        return
    for model in triggers.board_page_models():
        GuardedType.objects.using(using).get_or_create(content_type=ContentType.objects.get_for_model(model))
    triggers.create_all(connection)


WAGTAIL_MAILS = {
    task_submitted: (TaskState, "group_approval_task_submitted_email_notification"),
    workflow_submitted: (WorkflowState, "workflow_state_submitted_email_notification"),
    workflow_rejected: (WorkflowState, "workflow_state_rejected_email_notification"),
    workflow_approved: (WorkflowState, "workflow_state_approved_email_notification"),
}


def silence_wagtail_mails() -> None:
    """Wagtail mails inside the transaction and to the wrong people; the board has its own messages."""
    for signal, (sender, uid) in WAGTAIL_MAILS.items():
        signal.disconnect(sender=sender, dispatch_uid=uid)


def connect() -> None:
    """Connect every receiver; called once, when the apps are ready."""
    pre_save.connect(receivers.guard_page_save, dispatch_uid="board_page_save")
    pre_delete.connect(receivers.guard_page_delete, dispatch_uid="board_page_delete")
    pre_save.connect(receivers.guard_site, sender=Site, dispatch_uid="board_site")
    pre_delete.connect(receivers.guard_site_delete, sender=Site, dispatch_uid="board_site_gone")
    for model in (WorkflowState, TaskState):
        pre_save.connect(receivers.guard_workflow, dispatch_uid=f"board_workflow_{model.__name__}")
    for model in (get_image_model(), get_document_model()):
        pre_save.connect(receivers.guard_file, sender=model, dispatch_uid=f"board_file_{model.__name__}")
        pre_delete.connect(receivers.guard_file_delete, sender=model, dispatch_uid=f"board_gone_{model.__name__}")
    post_save.connect(make_record, dispatch_uid="board_make_record")
    board = apps.get_app_config("editorial")
    pre_migrate.connect(drop_triggers, sender=board, dispatch_uid="board_drop_triggers")
    post_migrate.connect(restore_triggers, sender=board, dispatch_uid="board_restore_triggers")
    silence_wagtail_mails()
