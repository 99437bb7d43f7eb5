"""What people read for the codes of the guidance pages."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.rules.guidance import Role, Topic
from editorial.models.choices import Labels

TOPICS: Labels = {
    Topic.INTRODUCTION: _("What the electronic journal is"),
    Topic.INSTRUCTION: _("Instruction for a role"),
    Topic.ACCESS: _("How to get access"),
    Topic.SAFE_KEEPING: _("Safe-keeping of logins"),
    Topic.AVAILABLE_ONLINE: _("What is available online without asking"),
    Topic.QUESTIONS: _("Questions and answers"),
    Topic.OBSERVER: _("Observer's instruction"),
    Topic.PRESENCE: _("Who may be present, banned devices"),
    Topic.OTHER: pgettext_lazy("topic of guidance", "Other"),
}
ROLES: Labels = {
    Role.ADMINISTRATOR: pgettext_lazy("role", "Administrator of the journal"),
    Role.HEAD: pgettext_lazy("role", "Head of the school"),
    Role.DEPUTY: pgettext_lazy("role", "Deputy heads"),
    Role.CLASS_TEACHER: pgettext_lazy("role", "Class teacher"),
    Role.SUBJECT_TEACHER: pgettext_lazy("role", "Subject teacher"),
    Role.SECRETARY: pgettext_lazy("role", "Secretary of the school"),
    Role.MEDICAL: pgettext_lazy("role", "Medical worker"),
    Role.PUPIL: pgettext_lazy("role", "Pupils"),
    Role.PARENT: pgettext_lazy("role", "Parents"),
    Role.OBSERVER: pgettext_lazy("role", "Public observer"),
    Role.EVERYONE: pgettext_lazy("role", "Everyone"),
}
