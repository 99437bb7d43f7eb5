"""What people read for the figures of a report: their titles, and the titles of the lists behind them."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial.models import choices
from editorial.rules.figure_terms import FigureCode, ItemKind, Part, Step, value_of

FIGURE_TITLES: Mapping[str, Promise | str] = {
    FigureCode.HANDED_IN: _("Items handed in"),
    FigureCode.POSTED: _("Items posted"),
    FigureCode.UPDATED: _("Posted items updated"),
    FigureCode.RETURNED: _("Items returned to the unit"),
    FigureCode.RETURNS: _("Returns to the unit"),
    FigureCode.WITHDRAWN: _("Items withdrawn"),
    FigureCode.REFUSED: _("Items refused"),
    FigureCode.TAKEN_DOWN: _("Items taken down"),
    FigureCode.FILES_REMOVED: _("Pictures and files removed"),
    FigureCode.HIDDEN: _("Items hidden at once"),
    FigureCode.RESTORED: _("Items restored"),
    FigureCode.IN_PROGRESS: _("Items with the board at the end of the period"),
    FigureCode.WITH_UNIT: _("Returned items that lie with the unit"),
    FigureCode.DUTIES: _("Events to be written about"),
    FigureCode.ON_TIME: _("Events written about on time"),
    FigureCode.LATE: _("Events written about late, or not at all"),
    FigureCode.ON_TIME_RATE: _("Share on time"),
    FigureCode.WAIVED: _("Duties let off"),
    FigureCode.OPEN_DUTIES: _("Duties open at the end of the period"),
    FigureCode.HOURS_MEDIAN: _("Hours at a step, median"),
    FigureCode.HOURS_P90: _("Hours at a step, 90 in 100 not longer"),
    FigureCode.HOURS_COUNT: _("Items whose hours are counted"),
    FigureCode.QUOTA_OWED: _("Items owed by the monthly quota"),
    FigureCode.QUOTA_POSTED: _("Items posted for the monthly quota"),
    FigureCode.QUOTA_MONTHS: _("Months in which a unit owed items"),
    FigureCode.QUOTA_MET: _("Months in which a unit met its quota"),
    FigureCode.QUOTA_RATE: _("Share of months in which the quota was met"),
    FigureCode.CORRECTIONS: _("Items with a small correction"),
    FigureCode.INCIDENTS_OPENED: _("Incidents opened"),
    FigureCode.INCIDENTS_CLOSED: _("Incidents closed"),
    FigureCode.REQUESTS_RECEIVED: _("Visitors' requests received"),
    FigureCode.REQUESTS_ANSWERED: _("Visitors' requests answered"),
    FigureCode.REQUESTS_OPEN: _("Visitors' requests open at the end of the period"),
    FigureCode.MEMBERS: _("Members of the board"),
    FigureCode.MEMBERS_BEGUN: _("Posts of the board that began"),
    FigureCode.MEMBERS_ENDED: _("Posts of the board that ended"),
}
ITEM_KINDS: choices.Labels = {
    ItemKind.ARTICLE: pgettext_lazy("kind of item", "Article"),
    ItemKind.ANNOUNCEMENT: pgettext_lazy("kind of item", "Announcement"),
    ItemKind.NOTICE: pgettext_lazy("kind of item", "Urgent notice"),
    ItemKind.DOCUMENT: pgettext_lazy("kind of item", "Document"),
    ItemKind.STANDING: pgettext_lazy("kind of item", "Standing page"),
}
STEPS: choices.Labels = {
    Step.EDITING: _("Editing"),
    Step.EDITOR: _("Editor's release"),
    Step.DEPUTY: _("Deputy head's approval"),
    Step.HEAD: _("Head's approval"),
    Step.POSTING: _("Posting"),
    Step.UNIT: _("With the unit after a return"),
    Step.WHOLE: _("From handing in to posting"),
}
DUES: Mapping[str, Promise | str] = {"past": _("Overdue"), "ahead": _("Still in time")}
NO_CATEGORY = _("No category kept")
NO_UNIT = _("Nobody named yet")
REMOVED_ACCOUNT = _("Account removed (number %(number)s)")
GROUNDS: choices.Labels = {**choices.REFUSAL_GROUNDS, **choices.TAKEDOWN_GROUNDS, **choices.HIDE_GROUNDS}
LABELS: Mapping[str, choices.Labels] = {
    Part.KIND: ITEM_KINDS,
    Part.CLASS: choices.CONTENT_CLASSES,
    Part.GROUND: GROUNDS,
    Part.STATE: choices.WORK_STATES,
    Part.VERDICT: choices.VERDICTS,
    Part.STAGE: STEPS,
}


def key_title(key: str, names: Mapping[str, str]) -> str:
    """What people read for a key; `names` are those of the figures. Empty for the whole."""
    part, value = key.partition(":")[0], value_of(key)
    if key in names:
        return names[key]
    if part == Part.UNIT:
        return str(NO_UNIT)
    if part == Part.CATEGORY:
        return value or str(NO_CATEGORY)
    return str(DUES.get(value, value)) if part == Part.DUE else choices.label(LABELS.get(part, {}), value)


def figure_title(code: str, key: str, names: Mapping[str, str]) -> str:
    """The title of a figure with what narrows it: "Items posted: Tổ Toán"."""
    narrowed = key_title(key, names)
    return f"{FIGURE_TITLES[code]}: {narrowed}" if narrowed else str(FIGURE_TITLES[code])
