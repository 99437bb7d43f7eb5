"""Every change of the documents' facts; each verb is one transaction."""

from .acquaintance import Whom, announce_document, confirm_reading
from .file_texts import read_waiting_files
from .importing import begin_import, correct_lines, discard_import, forget_imports, take_back
from .journal import begin_guidance, end_outage, keep_journal, report_outage
from .keeping import archive_document, reinstate_document
from .questions import answer_question, ask_question, forget_askers, remind_of_questions
from .reading_again import read_again
from .register import Released, begin_document, draft_document, note_posted, release_documents
from .registering_imports import register_import, replace_text
from .reminding import remind_of_acquaintance, remind_of_reviews

__all__ = [
    "Released",
    "Whom",
    "announce_document",
    "answer_question",
    "archive_document",
    "ask_question",
    "begin_document",
    "begin_guidance",
    "begin_import",
    "confirm_reading",
    "correct_lines",
    "discard_import",
    "draft_document",
    "end_outage",
    "forget_askers",
    "forget_imports",
    "keep_journal",
    "note_posted",
    "read_again",
    "read_waiting_files",
    "register_import",
    "reinstate_document",
    "release_documents",
    "remind_of_acquaintance",
    "remind_of_questions",
    "remind_of_reviews",
    "replace_text",
    "report_outage",
    "take_back",
]
