"""Forms of the news in the back office."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.rules.charter import CharterRules
from editorial.rules.posting import NoticeFacts

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
