"""A believable school for the demonstration: data and drawing, no framework."""

from home.demo import ru, ru_documents, ru_journal, ru_works, vn, vn_documents, vn_journal, vn_works
from home.demo.documents_schema import DemoDocument
from home.demo.journal_schema import DemoJournal
from home.demo.schema import DemoBundle
from home.demo.works_schema import DemoResources, DemoWork

BUNDLES: dict[str, DemoBundle] = {"vn": vn.BUNDLE, "ru": ru.BUNDLE}

DOCUMENTS: dict[str, tuple[DemoDocument, ...]] = {"vn": vn_documents.DOCUMENTS, "ru": ru_documents.DOCUMENTS}

JOURNALS: dict[str, DemoJournal] = {"vn": vn_journal.JOURNAL, "ru": ru_journal.JOURNAL}

WORKS: dict[str, tuple[DemoWork, ...]] = {"vn": vn_works.WORKS, "ru": ru_works.WORKS}

RESOURCES: dict[str, tuple[DemoResources, ...]] = {"vn": vn_works.RESOURCES, "ru": ru_works.RESOURCES}


def demo_school(country: str) -> DemoBundle:
    """Return the school of `country` ("vn" or "ru"); raise KeyError for others."""
    return BUNDLES[country]
