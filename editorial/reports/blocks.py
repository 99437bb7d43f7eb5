"""What stands under each heading of a report: sentences, tables and charts, by the name of the part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from editorial.reports.cells import written
from editorial.reports.file_words import words_of
from editorial.reports.frame import ReportFrame, ReportWords
from editorial.reports.paper import Bar, Block, Chart, Column, Kind, Paragraph, Table, Value
from editorial.reports.tables import CHANGE_OF, KIND_OF, counted_table, label, posted_by_unit, verdicts
from editorial.reports.words import Words
from editorial.rules.figure_terms import (
    CODES,
    ActLine,
    Comparison,
    FigureCode,
    MemberLine,
    Part,
    ProvidedTable,
    ReportFigures,
    key_of,
)
from editorial.rules.vocabulary import Verb

Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Everything a report is composed from."""

    figures: ReportFigures
    comparison: Comparison
    own: ReportWords
    frame: ReportFrame
    words: Words

    def say(self, code: str, **places: object) -> Paragraph:
        """A sentence of the country with its places filled."""
        return Paragraph(self.words.says[code].format(**places))

    def counts(self, *codes: FigureCode) -> dict[str, int]:
        """Counts by their codes, to fill a sentence."""
        return {code.value: self.figures.count(code) for code in codes}


def part(name: str, source: Source) -> Blocks:
    """The blocks of one part of the template; "words:…" is the board's own text, "provided:…" another app's table."""
    sort, _colon, code = name.partition(":")
    if sort == "words":
        return _own_words(source, code)
    return _provided(source, code) if sort == "provided" else PARTS[name](source)


def share(value: int | float | None, words: Words) -> str:
    """A share in running text, rounded and written as in a table."""
    return written(value, Kind.SHARE, words_of(words.language))


def _table(source: Source, code: str, kinds: Iterable[Kind], rows: Iterable[tuple[Value, ...]]) -> Table:
    said = source.words.tables[code]
    columns = [Column(heading, kind) for heading, kind in zip(said.headings, kinds, strict=True)]
    return Table(code, said.caption, tuple(columns), tuple(rows))


def _counted(source: Source, *codes: str) -> Blocks:
    tables = (counted_table(code, source.figures, source.words) for code in codes)
    return tuple(table for table in tables if table is not None)


def _members(source: Source) -> Blocks:
    day = _last_day(source).strftime(source.words.day_format)
    if not source.figures.members:
        return (source.say("no_members", day=day),)
    said = source.say("members", day=day, members=len(source.figures.members))
    rows = [_member(line, source.words)[:4] for line in source.figures.members]
    return said, _table(source, "members", (Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.DAY), rows)


def _last_day(source: Source) -> dt.date:
    """The last day that was counted: of the period, or the present one while it runs."""
    until = source.figures.as_of.astimezone(ZoneInfo(source.figures.zone)) - dt.timedelta(microseconds=1)
    return min(source.figures.period.last_on, max(source.figures.period.first_on, until.date()))


def _changes(source: Source) -> Blocks:
    changed = dict.fromkeys((*source.figures.begun, *source.figures.ended))
    if not changed:
        return (source.say("no_changes"),)
    kinds = (Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.DAY, Kind.DAY)
    return (_table(source, "changes", kinds, [_member(line, source.words) for line in changed]),)


def _member(line: MemberLine, words: Words) -> tuple[Value, ...]:
    return line.name, words.posts.get(line.post, line.post), line.decision_number, line.starts_on, line.ends_on


def _compared(source: Source) -> Blocks:
    """Each row is a figure of its own kind; the columns of changes have their signs."""
    rows, kinds = [], []
    for row in source.comparison.rows:
        plain, change = KIND_OF[CODES[row.code]], CHANGE_OF[CODES[row.code]]
        changes = (row.since_before, row.since_year_ago)
        name = source.words.headlines[row.code]
        rows.append((name, row.now, row.before, changes[0], row.year_ago, changes[1]))
        kinds.append((Kind.TEXT, plain, plain, change, plain, change))
    if not rows:
        return ()
    columns = (Kind.TEXT, Kind.COUNT, Kind.COUNT, Kind.COUNT_CHANGE, Kind.COUNT, Kind.COUNT_CHANGE)
    return (replace(_table(source, "compared", columns, rows), row_kinds=tuple(kinds)),)


def _items(source: Source) -> Blocks:
    flow = source.counts(
        FigureCode.HANDED_IN,
        FigureCode.POSTED,
        FigureCode.RETURNED,
        FigureCode.REFUSED,
        FigureCode.TAKEN_DOWN,
        FigureCode.IN_PROGRESS,
        FigureCode.WITH_UNIT,
    )
    changed = source.counts(FigureCode.UPDATED, FigureCode.CORRECTIONS)
    said = (source.say("items", **flow), source.say("changed_items", **changed))
    chart = _chart(source, "posted_by_unit", posted_by_unit(source.figures))
    return *said, *_counted(source, "items"), *chart


def _chart(source: Source, code: str, counts: Mapping[str, int]) -> Blocks:
    if not counts:
        return ()
    caption, summary = source.words.charts[code]
    named = [(label(key, source.figures, source.words), count) for key, count in counts.items()]
    bars = tuple(Bar(name, count, str(count)) for name, count in named)
    parts = "; ".join(f"{name} — {count}" for name, count in named)
    return (Chart(code, caption, summary.format(parts=parts), bars),)


def _deadline(source: Source) -> Blocks:
    figures, words = source.figures, source.words
    if not figures.count(FigureCode.DUTIES):
        return (source.say("no_events"),)
    counts = source.counts(
        FigureCode.DUTIES, FigureCode.ON_TIME, FigureCode.LATE, FigureCode.WAIVED, FigureCode.OPEN_DUTIES
    )
    rate = share(figures.of(FigureCode.ON_TIME_RATE).value, words)
    rows = [
        (
            line.title,
            line.ended_on,
            line.due_on,
            line.posted_on,
            label(key_of(Part.UNIT, line.unit_id or 0), figures, words),
            words.labels[Part.VERDICT][line.verdict.value],
        )
        for line in figures.events
    ]
    kinds = (Kind.TEXT, Kind.DAY, Kind.DAY, Kind.DAY, Kind.TEXT, Kind.TEXT)
    table = _table(source, "events", kinds, rows)
    return (
        source.say("deadline", rate=rate, **counts),
        table,
        *_chart(source, "on_time_parts", verdicts(figures, words)),
    )


def _quota(source: Source) -> Blocks:
    figures = source.figures
    months = figures.count(FigureCode.QUOTA_MONTHS)
    if not months:
        return (source.say("no_quota"),)
    rate = share(figures.of(FigureCode.QUOTA_RATE).value, source.words)
    said = source.say("quota", met=figures.count(FigureCode.QUOTA_MET), months=months, rate=rate)
    return said, *_counted(source, "quota")


def _requests(source: Source) -> Blocks:
    figures = source.figures
    said = source.say(
        "requests",
        received=figures.count(FigureCode.REQUESTS_RECEIVED),
        answered=figures.count(FigureCode.REQUESTS_ANSWERED),
        open=figures.count(FigureCode.REQUESTS_OPEN),
    )
    return said, *_provided_tables(source, "requests")


def _refused(source: Source) -> Blocks:
    said = source.say("refused", **source.counts(FigureCode.REFUSED))
    return said, *_acts(source, "refused", source.figures.refusals)


def _removed(source: Source) -> Blocks:
    counts = source.counts(FigureCode.TAKEN_DOWN, FigureCode.FILES_REMOVED, FigureCode.HIDDEN, FigureCode.RESTORED)
    return source.say("removed", **counts), *_acts(source, "removed", source.figures.removals)


def _acts(source: Source, code: str, lines: Iterable[ActLine]) -> Blocks:
    rows = [_act(line, source) for line in lines]
    kinds = (Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.DAY)
    return (_table(source, code, kinds, rows),) if rows else ()


def _act(line: ActLine, source: Source) -> tuple[Value, ...]:
    is_file = line.act == Verb.REMOVE_FILE
    title = source.words.says["file"].format(title=line.title) if is_file else line.title
    unit = label(key_of(Part.UNIT, line.unit_id), source.figures, source.words)
    ground = label(key_of(Part.GROUND, line.ground), source.figures, source.words)
    return title, unit, ground, line.decided_by, line.decided_on


def _incidents(source: Source) -> Blocks:
    opened, closed = FigureCode.INCIDENTS_OPENED, FigureCode.INCIDENTS_CLOSED
    return (source.say("incidents", opened=source.figures.count(opened), closed=source.figures.count(closed)),)


def _provided(source: Source, name: str) -> Blocks:
    own = f"not_kept_{name}"
    return _provided_tables(source, name) or (source.say(own if own in source.words.says else "not_kept"),)


def _provided_tables(source: Source, name: str) -> Blocks:
    """The tables of a section: of the provider called so, and of those called "name-…"."""
    tables = source.figures.provided
    return tuple(as_table(table) for table in tables if table.code == name or table.code.startswith(f"{name}-"))


def as_table(table: ProvidedTable) -> Table:
    """A provided table as the paper has it."""
    columns = tuple(Column(heading, Kind(kind)) for heading, kind in zip(table.headings, table.kinds, strict=True))
    return Table(table.code, table.caption, columns, table.rows, table.total, table.note)


def _own_words(source: Source, name: str) -> Blocks:
    lines = [line.strip() for line in getattr(source.own, name).splitlines() if line.strip()]
    if not lines:
        return (source.say("not_written" if source.frame.is_draft else "nothing"),)
    return tuple(Paragraph(line) for line in lines)


def moment_said(at: dt.datetime, words: Words) -> str:
    """A local moment; midnight is the end of the day before."""
    if (at.hour, at.minute) == (0, 0):
        return f"24:00 {(at - dt.timedelta(days=1)).strftime(words.day_format)}"
    return f"{at:%H:%M} {at.strftime(words.day_format)}"


PARTS: Mapping[str, Callable[[Source], Blocks]] = {
    "members": _members,
    "changes": _changes,
    "compared": _compared,
    "items": _items,
    "classes": lambda source: _counted(source, "kinds", "classes", "categories"),
    "hours": lambda source: _counted(source, "hours"),
    "deadline": _deadline,
    "quota": _quota,
    "requests": _requests,
    "refused": _refused,
    "removed": _removed,
    "incidents": _incidents,
}
