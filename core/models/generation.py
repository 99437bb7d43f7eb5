"""What every app may stand on: the generation number of the public site."""

from __future__ import annotations

from django.db import models
from django.db.models import F


class Generation(models.Model):
    """A number that grows with every change of the public site.

    It is raised in the same transaction as the change, so a killed process cannot lose it;
    whatever is cached about the public site carries the number it was made under.
    """

    SINGLE = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=SINGLE)
    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def bump(cls) -> None:
        """Raise the number by one, inside the caller's transaction."""
        cls.objects.get_or_create(id=cls.SINGLE)
        cls.objects.filter(id=cls.SINGLE).update(number=F("number") + 1)

    @classmethod
    def current(cls) -> int:
        """The number in force; 0 before the first change."""
        return cls.objects.filter(id=cls.SINGLE).values_list("number", flat=True).first() or 0
