"""The register: documents, their section; their links and clauses as lists and search need them."""

from documents.models.acquaintance import Acquaintance, AcquaintanceCall
from documents.models.clauses import ClauseText
from documents.models.collections import DocumentCollectionPage
from documents.models.documents import OfficialDocumentPage
from documents.models.file_texts import FileText
from documents.models.guidance import GuidancePage
from documents.models.imports import RegulationImport
from documents.models.indexes import DocumentIndexPage
from documents.models.journal import JournalPage
from documents.models.journal_records import DutyHolder, JournalOutage, JournalQuestion, JournalSettings
from documents.models.keeping import ArchivedDocument
from documents.models.links import DocumentLink
from documents.models.repository import RepositoryIndexPage
from documents.models.resources import ResourceListPage
from documents.models.works import RecognisedWorkPage

__all__ = [
    "Acquaintance",
    "AcquaintanceCall",
    "ArchivedDocument",
    "ClauseText",
    "DocumentCollectionPage",
    "DocumentIndexPage",
    "DocumentLink",
    "DutyHolder",
    "FileText",
    "GuidancePage",
    "JournalOutage",
    "JournalPage",
    "JournalQuestion",
    "JournalSettings",
    "OfficialDocumentPage",
    "RecognisedWorkPage",
    "RegulationImport",
    "RepositoryIndexPage",
    "ResourceListPage",
]
