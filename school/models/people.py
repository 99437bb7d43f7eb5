"""People who sign in."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person with an account.

    Names are kept whole, as Vietnamese and Russian names are written; an account is switched
    off, never deleted, so that a decision stays attributable (Đ5.2, Đ13.3).
    """

    full_name = models.CharField(_("full name"), max_length=100, blank=True)
    job_title = models.CharField(_("job title"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.get_full_name()

    def get_full_name(self) -> str:
        """The name as it stands in a decision; the account name when none is given."""
        return self.full_name or super().get_full_name() or self.username

    def get_short_name(self) -> str:
        """The name used in a greeting."""
        return self.get_full_name()
