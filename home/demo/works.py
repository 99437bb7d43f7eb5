"""The demonstration's recognised works and lists of e-resources, walked through the chain like articles."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from documents.models import DocumentCollectionPage, RecognisedWorkPage, RepositoryIndexPage, ResourceListPage
from documents.rules.collections import CollectionKind
from editorial.models.pages import BoardPage
from home.demo.events import ONE_DAY
from home.demo.texts import TextMaker
from home.demo.walking import Stage, Walk
from home.demo.works_schema import DemoResource, DemoResources, DemoWork
from school.models import School
from school.rules.years import first_year_of, year_name


class WorkWalk(Walk):
    """A recognised work on its way to the repository."""

    def __init__(self, stage: Stage, work: DemoWork) -> None:
        self.work = work
        super().__init__(stage, work.article)

    def _draft(self) -> BoardPage:
        work, article, unit = self.work, self.article, self.stage.units[self.article.unit]
        decided_on = self.stage.diary.today - ONE_DAY * work.decided_days_ago
        page = RecognisedWorkPage(
            title=article.title,
            slug=article.key,
            summary=article.lead,
            body=TextMaker(self.author, unit).body(article.blocks),
            kind=work.kind,
            authors=work.authors,
            subject=work.subject,
            school_year=year_name(first_year_of(decided_on)),
            recognition=work.recognition,
            decision_body=work.decision_body,
            decision_number=work.decision_number,
            decided_on=decided_on,
            unit=unit,
            owner=self.author,
            live=False,
        )
        RepositoryIndexPage.objects.get(unit__school=unit.school).add_child(instance=page)
        page.save_revision(user=self.author)
        return page


class ResourcesWalk(Walk):
    """A list of e-resources on its way to the curricula."""

    def __init__(self, stage: Stage, listed: DemoResources) -> None:
        self.listed = listed
        super().__init__(stage, listed.article)

    def _draft(self) -> BoardPage:
        unit = self.stage.units[self.article.unit]
        checked_on = self._begins_on() - ONE_DAY
        page = ResourceListPage(
            title=self.article.title,
            slug=self.article.key,
            introduction=self.article.lead,
            resources=[_subject(name, links, checked_on) for name, links in self.listed.subjects],
            unit=unit,
            owner=self.author,
            live=False,
        )
        section = DocumentCollectionPage.objects.get(unit__school=unit.school, kind=CollectionKind.CURRICULA)
        section.add_child(instance=page)
        page.save_revision(user=self.author)
        return page


def _subject(name: str, links: tuple[DemoResource, ...], checked_on: datetime.date) -> dict[str, Any]:
    rows = [
        {
            "id": str(uuid.uuid4()),
            "type": "item",
            "value": {
                "name": link.name,
                "address": link.address,
                "grades": link.grades,
                "licence": link.licence,
                "checked_on": checked_on.isoformat(),
            },
        }
        for link in links
    ]
    return {"type": "subject", "value": {"subject": name, "links": rows}}


def enter_demo_works(
    works: tuple[DemoWork, ...], lists: tuple[DemoResources, ...], stage: Stage, school: School
) -> None:
    """Every work and list all the way onto the site."""
    for work in works:
        WorkWalk(stage, work).publish()
    for listed in lists:
        ResourcesWalk(stage, listed).publish()
