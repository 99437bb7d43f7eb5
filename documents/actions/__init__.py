"""Every change of the documents' facts; each verb is one transaction."""

from .register import Released, begin_document, note_posted, release_documents

__all__ = ["Released", "begin_document", "note_posted", "release_documents"]
