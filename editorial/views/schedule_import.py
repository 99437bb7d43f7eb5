"""The weekly work schedule as a file: read, looked through by a person, then entered."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from core.clock import today
from core.rules.answers import RuleRefused, demand
from editorial.actions.events import enter_event
from editorial.forms.events import ScheduleFileForm, ScheduleFormSet
from editorial.models.clocks import Event
from editorial.rules.duties import may_enter_event, sound_times
from editorial.rules.people import Actor
from editorial.schedule.reading import read_schedule, units_named
from editorial.schedule.rows import MOST_ROWS, Fault, Problem, Schedule, ScheduleRow, Unreadable, uid_of
from editorial.selectors.clocks import zone
from editorial.selectors.event_lists import entered_before
from editorial.views.desk import school_or_404
from editorial.views.events import unit_choices, with_units
from editorial.views.members_only import board_member
from editorial.views.refusals import say_no
from school.models import School, Unit

PROBLEMS: dict[Problem, str | Promise] = {
    Problem.TOO_BIG: gettext_lazy(
        "The file is too big for the schedule of a week. Save the sheet alone, without pictures."
    ),
    Problem.UNKNOWN_KIND: gettext_lazy("This is neither an XLSX nor an iCal file. Save the schedule as .xlsx or .ics."),
    Problem.BROKEN: gettext_lazy("The file is damaged and cannot be read. Save it again and choose it anew."),
    Problem.NO_HEADER: gettext_lazy(
        "No line with headings was found. One line must name the columns: day, time, content, place, who takes part."
    ),
    Problem.NO_ROWS: gettext_lazy("There are no events in this file."),
    Problem.TOO_MANY_ROWS: gettext_lazy(
        "Only the first events are shown; the file holds more than can be entered at once."
    ),
}
FAULTS: dict[Fault, str | Promise] = {
    Fault.NO_DAY: gettext_lazy("The day could not be read: enter it."),
    Fault.YEAR_GUESSED: gettext_lazy("The file names no year: check it."),
    Fault.DAY_FROM_WEEKDAY: gettext_lazy(
        "Only the weekday is written; the day was taken from the week of the schedule."
    ),
    Fault.TITLE_CUT: gettext_lazy("The text was too long and was cut: check it."),
    Fault.REPEATS: gettext_lazy("The event repeats; only the first time is entered."),
}


@require_http_methods(["GET", "HEAD", "POST"])
def schedule(request: HttpRequest) -> HttpResponse:
    """Choose a file; its events are shown, nothing is entered yet."""
    school, actor = school_or_404(), board_member(request)
    form = ScheduleFileForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return _choose(request, actor, form, 200)
    try:
        demand(may_enter_event(actor))
        if form.is_valid():
            return _preview(request, school, _read(form.cleaned_data["file"]))
    except RuleRefused as error:
        return _choose(request, actor, form, say_no(request, error.refused, school.country))
    except Unreadable as error:
        form.add_error("file", str(PROBLEMS[error.problem]))
    return _choose(request, actor, form, 422)


def _read(file: Any) -> Schedule:
    """At most a little more than may be read is taken into memory."""
    data = file.read(3 * 1024 * 1024)
    return read_schedule(data, today(), zone())


def _choose(request: HttpRequest, actor: Actor, form: ScheduleFileForm, status: int) -> HttpResponse:
    context = {"form": form, "may_enter": bool(may_enter_event(actor))}
    return render(request, "editorial/events/schedule.html", context, status=status)


def _preview(request: HttpRequest, school: School, found: Schedule) -> HttpResponse:
    units = list(Unit.objects.filter(school=school, is_active=True))
    known = entered_before(school, [row.uid for row in found.rows])
    initial = [_initial(row, units, is_known=row.uid in known) for row in found.rows]
    formset = ScheduleFormSet(initial=initial, form_kwargs=_form_words(school))
    notes = [_notes(row, school, is_known=row.uid in known) for row in found.rows]
    if found.problem:
        messages.warning(request, str(PROBLEMS[found.problem]))
    return _page(request, formset, notes, 200)


def _initial(row: ScheduleRow, units: list[Unit], *, is_known: bool) -> dict[str, Any]:
    """A row is ticked when a person could not do better than take it as it is."""
    days = row.days
    return {
        "wanted": not is_known and days.starts_on is not None,
        "title": row.title,
        "kind": row.kind.value,
        "starts_on": days.starts_on,
        "starts_time": days.starts_time,
        "ends_on": days.ends_on,
        "ends_time": days.ends_time,
        "place": row.place,
        "units": units_named(row.units_text, units),
        "uid": row.uid,
        "source_text": row.units_text,
    }


def _notes(row: ScheduleRow, school: School, *, is_known: bool) -> list[str]:
    """What a person should look at before the row is entered."""
    said = [str(FAULTS[fault]) for fault in row.faults]
    days = row.days
    if days.starts_on and not sound_times(days.starts_on, days.ends_on, days.starts_time, days.ends_time):
        said.append(_("The event ends before it begins: check its times."))
    if is_known:
        said.append(_("This event is in the calendar already."))
    return said


def _form_words(school: School) -> dict[str, Any]:
    return {"country": school.country, "units": unit_choices(school)}


def _page(request: HttpRequest, formset: Any, notes: list[list[str]], status: int) -> HttpResponse:
    context = {"formset": formset, "rows": list(zip(formset.forms, notes, strict=False)), "most": MOST_ROWS}
    return render(request, "editorial/events/preview.html", context, status=status)


@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Enter the ticked rows, all or none; a row that was entered before stays as it is."""
    school = school_or_404()
    board_member(request)
    formset = ScheduleFormSet(request.POST, form_kwargs=_form_words(school))
    if not formset.is_valid():
        messages.error(request, _("Some rows need correction: nothing was entered yet."))
        return _page(request, formset, [[] for _form in formset.forms], 422)
    wanted = [form for form in formset.forms if form.cleaned_data.get("wanted")]
    if not wanted:
        messages.error(request, _("No event is ticked: nothing was entered."))
        return _page(request, formset, [[] for _form in formset.forms], 422)
    try:
        count = _enter_all(request, school, wanted)
    except RuleRefused as error:
        status = say_no(request, error.refused, school.country)
        return _page(request, formset, [[] for _form in formset.forms], status)
    messages.success(
        request, ngettext("%(count)s event was entered.", "%(count)s events were entered.", count) % {"count": count}
    )
    return redirect("board_events")


@transaction.atomic
def _enter_all(request: HttpRequest, school: School, wanted: list[Any]) -> int:
    """How many were new."""
    user: Any = request.user
    before = Event.objects.filter(school=school).count()
    for form in wanted:
        facts = with_units(form.facts)
        uid = form.cleaned_data["uid"] or uid_of(facts["title"], facts["starts_on"], facts["starts_time"])
        enter_event(school=school, user=user, source=Event.Source.SCHEDULE, uid=uid, **facts)
    return Event.objects.filter(school=school).count() - before
