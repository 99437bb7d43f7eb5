"""The register: documents, their section; their links and clauses as lists and search need them."""

from documents.models.clauses import ClauseText
from documents.models.documents import OfficialDocumentPage
from documents.models.indexes import DocumentIndexPage
from documents.models.links import DocumentLink

__all__ = ["ClauseText", "DocumentIndexPage", "DocumentLink", "OfficialDocumentPage"]
