"""A believable school for the demonstration: data and drawing, no framework."""

from home.demo import ru, ru_documents, vn, vn_documents
from home.demo.documents import DemoDocument
from home.demo.schema import DemoBundle

BUNDLES: dict[str, DemoBundle] = {"vn": vn.BUNDLE, "ru": ru.BUNDLE}

DOCUMENTS: dict[str, tuple[DemoDocument, ...]] = {"vn": vn_documents.DOCUMENTS, "ru": ru_documents.DOCUMENTS}


def demo_school(country: str) -> DemoBundle:
    """Return the school of `country` ("vn" or "ru"); raise KeyError for others."""
    return BUNDLES[country]
