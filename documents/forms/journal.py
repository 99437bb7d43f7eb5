"""Forms of the electronic-journal section: what is kept about it, outages, questions and their answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.actions.journal import LINK_FIELDS, OUTAGE_WORDS
from documents.models.journal_records import ANSWER_LENGTH, CONTACT_LENGTH, WORDS_LENGTH, JournalSettings
from editorial.forms.report import VisitorForm
from editorial.forms.review import MomentField
from school.models import User

SALT = "documents.journal_question"
LINK, DESK = ("system_name", "address"), ("desk_name", "desk_post", "desk_room", "desk_phone", "desk_email")
KEPT = [*LINK, "administrator", *DESK, "desk_hours", "answer_days", "catch_up_days"]


class JournalSettingsForm(forms.ModelForm):
    """What is kept about the journal; whoever may change the link alone sees no more."""

    class Meta:
        model = JournalSettings
        fields = KEPT

    def __init__(self, *args: Any, is_keeper: bool, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        people: Any = self.fields["administrator"]
        people.queryset = User.objects.filter(is_active=True, is_superuser=False).order_by("full_name", "username")
        for name in KEPT if not is_keeper else ():
            if name not in LINK_FIELDS:
                del self.fields[name]


class OutageForm(forms.Form):
    """The journal is down: since when, and what does not work."""

    began_at = MomentField(label=_("Down since"))
    words = forms.CharField(
        label=_("What does not work"),
        help_text=_("Plain words for everybody, for example “Marks and homework cannot be opened.”"),
        max_length=OUTAGE_WORDS,
    )


class EndOutageForm(forms.Form):
    """It works again."""

    ended_at = MomentField(label=_("Works again since"))


class QuestionForm(VisitorForm):
    """A question to the help desk; nobody has to say who he is."""

    salt = SALT
    question = forms.CharField(
        label=_("Your question"),
        help_text=_("No passwords, and no names of children: the help desk does not need them."),
        max_length=WORDS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    contact = forms.CharField(
        label=_("How can we reach you? (may stay empty)"),
        help_text=_("Telephone or e-mail, only for the help desk and only for this question."),
        required=False,
        max_length=CONTACT_LENGTH,
    )


class AnswerForm(forms.Form):
    """What the asker reads."""

    answer = forms.CharField(
        label=pgettext_lazy("to a question", "Answer"),
        help_text=_("The asker finds these words under the tracking code."),
        max_length=ANSWER_LENGTH,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, label_suffix="")
