"""Ready phrases: one tap instead of typing on a phone (rule 10 of the chain)."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Phrases = tuple[Promise, ...]

WHAT_TO_FIX: Phrases = (
    _("Check names and posts of the people mentioned."),
    _("Check the figures and dates."),
    _("Say who took part, where and when."),
    _("Shorten the text."),
    _("Write a headline that says what happened."),
    _("Use pictures of better quality."),
    _("A picture needs a caption or a description."),
    _("Consent for the pupils shown is missing."),
    _("Name the source."),
)
WHY_REFUSED: Phrases = (
    _("The item does not concern the work of the school."),
    _("The same was published already."),
    _("The event is too long ago."),
    _("The facts could not be confirmed."),
    _("The item may be written anew and sent again as a new one."),
)
WHY_HIDDEN: Phrases = (
    _("A pupil is shown without consent."),
    _("Address, telephone or marks of a person are shown."),
    _("The account of the author was used by somebody else."),
)
WHY_TAKEN_DOWN: Phrases = (
    _("The information is no longer valid."),
    _("Replaced by a newer item."),
    _("The unit asked for it."),
    _("A person shown in the item asked for it."),
)
WHY_REOPENED: Phrases = (
    _("The reason for the refusal is gone."),
    _("New facts were brought in."),
)
