"""Forms of reading a file into the register."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from core.uploads.limits import file_limits
from core.uploads.refusals import too_big, upload_sentence
from documents.models import OfficialDocumentPage
from documents.rules.by_hand import label_typed
from documents.rules.corrections import OPENABLE, Act, Said, is_label, said_of, written_label
from documents.rules.vocabulary import NUMBERED, Language, NodeKind
from documents.words.parts import ACTS, LANGUAGES, OPENS
from editorial.models.choices import choices
from school.models import Unit

LARGEST_KEY = 2**63 - 1
MOST_LINES = 500  # that one correction may name
KINDS = ".docx,.pdf,.txt,.md"


class ReadFileForm(forms.Form):
    """A file to be read."""

    file = forms.FileField(
        label=_("File of the document"),
        help_text=_("DOCX, PDF with text, TXT or MD. A scan without text cannot be read."),
        widget=forms.FileInput(attrs={"accept": KINDS}),
        max_length=255,
        allow_empty_file=True,
    )
    language = forms.ChoiceField(
        label=_("Language of the text"), choices=[("", _("Told from the text")), *choices(LANGUAGES)], required=False
    )

    def clean_file(self) -> Any:
        """The upload, if it is within the limit of files."""
        upload = self.cleaned_data["file"]
        limit = file_limits().max_bytes
        if upload.size > limit:
            raise forms.ValidationError(upload_sentence(too_big(upload.size, limit)))
        return upload

    @property
    def chosen_language(self) -> Language | None:
        """The language that was chosen, None where it is to be told from the text."""
        code = self.cleaned_data["language"]
        return Language(code) if code else None


class CorrectLineForm(forms.Form):
    """What a line is: it opens a part with a label, is plain text, or no part of the text."""

    says = forms.ChoiceField(label=_("This line"), choices=[])
    label = forms.CharField(
        label=_("Number or letter of the part"),
        help_text=_("For example 12, 3.2 or a). Leave it empty to take the one that stands in the line."),
        max_length=40,
        required=False,
    )
    until = forms.IntegerField(
        label=_("The same for all lines up to line"),
        min_value=1,
        required=False,
        help_text=_("Leave it empty for this line alone. A part is opened by one line only."),
    )

    def __init__(self, *args: Any, line: int, text: str, language: Language, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", "auto_id": "line-%s", **kwargs})
        self.line, self.text, self.language = line, text, language
        cast(forms.ChoiceField, self.fields["says"]).choices = [
            *((f"{Act.OPENS}:{kind}", OPENS[kind]) for kind in OPENABLE),
            *((act.value, words) for act, words in ACTS.items()),
        ]
        self.fields["says"].widget.attrs["autofocus"] = True

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        act, _colon, kind = str(data.get("says", "")).partition(":")
        if act == Act.OPENS and NodeKind(kind) in NUMBERED and not is_label(self._label(NodeKind(kind))):
            self.add_error("label", _("Give the number or letter of this part, for example 12, 3.2 or a)."))
        until = data.get("until") or self.line
        if not self.line <= until < self.line + MOST_LINES:
            self.add_error("until", _("Give a line behind this one, at most 500 lines away."))
        return data

    def _label(self, kind: NodeKind) -> str:
        typed = written_label(kind, self.cleaned_data.get("label") or "", self.language)
        return typed or label_typed(self.text, kind, self.language)

    def said(self) -> Said:
        """What was said, with the label as the language writes it. The form must be valid."""
        act, _colon, kind = self.cleaned_data["says"].partition(":")
        found = said_of(act, kind, self._label(NodeKind(kind)) if kind else "")
        assert found is not None
        return found

    def lines(self) -> range:
        """The lines that are meant; a part is opened by the first alone."""
        is_opening = self.cleaned_data["says"].startswith(Act.OPENS)
        return range(self.line, (self.line if is_opening else self.cleaned_data["until"] or self.line) + 1)


class RegisterImportForm(forms.Form):
    """How what was read is entered in the register."""

    AS_ONE, IN_TWO, EDITION = "one", "two", "edition"

    how = forms.ChoiceField(label=_("Register it as"), widget=forms.RadioSelect)
    document: Any = forms.ModelChoiceField(
        label=_("The document whose text it replaces"),
        queryset=OfficialDocumentPage.objects.none(),
        required=False,
        empty_label=_("No document chosen"),
    )
    owner_unit = forms.ModelChoiceField(
        label=_("Unit that looks after it"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("The board's own unit"),
    )
    with_file = forms.BooleanField(label=_("Attach the file to the document, for readers to save"), required=False)

    def __init__(
        self,
        *args: Any,
        has_cover: bool,
        documents: Any,
        of: int | None,
        units: Any,
        must_choose: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        ways = [(self.AS_ONE, _("One new document"))]
        if has_cover:
            ways.append((self.IN_TWO, _("Two new documents: the order, and the text annexed to it")))
        ways.append((self.EDITION, _("A new edition of a document in the register")))
        how = cast(forms.ChoiceField, self.fields["how"])
        how.choices = ways
        how.initial = self.IN_TWO if has_cover else self.AS_ONE
        if of is not None:  # the file bears the name of a document: most likely its next edition
            how.initial, self.fields["document"].initial = self.EDITION, of
        cast(forms.ModelChoiceField, self.fields["document"]).queryset = documents
        cast(forms.ModelChoiceField, self.fields["owner_unit"]).queryset = units
        self.must_choose = must_choose

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("how") == self.EDITION and not data.get("document"):
            self.add_error("document", _("Choose the document that gets a new edition."))
        if data.get("how") in {self.AS_ONE, self.IN_TWO} and self.must_choose and not data.get("owner_unit"):
            self.add_error("owner_unit", _("Choose the unit of your field."))
        return data


class NewEditionForm(forms.Form):
    """The confirmed comparison: the document, and its newest version as the person saw it."""

    document = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=LARGEST_KEY)
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=LARGEST_KEY)
    with_file = forms.BooleanField(widget=forms.HiddenInput, required=False)
