"""Forms of the news in the back office."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.clock import today
from core.written_dates import written_day
from editorial.forms.board_page import BoardPageForm
from editorial.models import Event
from editorial.rules.charter import CharterRules
from editorial.rules.posting import NoticeFacts
from school.models import Unit

LOOK_BACK, LOOK_AHEAD = datetime.timedelta(days=60), datetime.timedelta(days=30)
TITLE_LENGTH = 120
SENT_LENGTH = 20_000  # more than anybody types; the rule says how much is too long
USUAL_HOURS = 24


class NoticeForm(forms.Form):
    """An urgent notice, made to be filled in on a phone."""

    title = forms.CharField(
        label=gettext_lazy("What has happened"),
        help_text=gettext_lazy("One line, for example “No lessons on Monday because of the storm”."),
        max_length=TITLE_LENGTH,
    )
    text = forms.CharField(
        label=gettext_lazy("What people must do or know"),
        max_length=SENT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    hours = forms.IntegerField(label=gettext_lazy("It ends by itself after"), min_value=1, max_value=10_000)

    def __init__(self, *args: Any, rules: CharterRules, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["text"].help_text = _("At most %(limit)s characters.") % {"limit": rules.notice_characters}
        self.fields["text"].widget.attrs["data-count-limit"] = rules.notice_characters
        self.fields["hours"].help_text = _("Hours, at most %(limit)s.") % {"limit": rules.notice_hours}
        self.fields["hours"].widget.attrs |= {"max": rules.notice_hours, "inputmode": "numeric"}
        self.fields["hours"].initial = min(USUAL_HOURS, rules.notice_hours)

    def facts(self) -> NoticeFacts:
        """What was typed, as the rule sees it."""
        return NoticeFacts(**{name: self.cleaned_data[name] for name in ("title", "text", "hours")})


def event_label(event: Event) -> str:
    """An event in the list: its last day and what it is."""
    return f"{written_day(event.ends_on)} · {event.title}"


def events_to_tell_of(unit: Unit, on: datetime.date, chosen: int | None = None) -> QuerySet[Event]:
    """Events of these weeks that take place, the unit's own first, the latest first.

    `chosen` stays in the list however old it has become.
    """
    near = Q(starts_on__lte=on + LOOK_AHEAD, ends_on__gte=on - LOOK_BACK, cancelled_at=None)
    own = Event.objects.filter(Q(units=unit) | Q(duty__unit=unit)).values("pk")
    rank = Case(When(pk__in=own, then=Value(0)), default=Value(1), output_field=IntegerField())
    events = Event.objects.filter(near | Q(pk=chosen), school=unit.school_id)
    return events.annotate(rank=rank).order_by("rank", "-ends_on", "pk")


class NewsPageForm(BoardPageForm):
    """The article's form; its list of events is short."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields.get("event")
        unit = self._unit()
        if field is not None and unit is not None:
            field.queryset = events_to_tell_of(unit, today(), self.instance.event_id)
            field.label_from_instance = event_label

    def _unit(self) -> Unit | None:
        """The unit of the article, or of the section it is begun in."""
        if self.instance.unit_id:
            return Unit.objects.get(pk=self.instance.unit_id)
        section = self.parent_page.specific if self.parent_page is not None else None
        return getattr(section, "unit", None)
