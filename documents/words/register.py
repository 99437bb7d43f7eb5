"""What people read for the codes of the register."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.rules.collections import CollectionKind
from documents.rules.registering import ApprovalKind, Audience, Contradiction, Field, Openness, Relation
from documents.rules.repository import Recognition, WorkKind
from documents.rules.resources import Licence
from documents.rules.types import TYPES
from documents.rules.validity import Validity
from editorial.models.choices import Labels
from editorial.rules.reasons import Reason

TYPE_CHOICES = [(row.code, row.name) for row in TYPES.values()]

OPENNESS: Labels = {
    Openness.PUBLIC: pgettext_lazy("openness of a document", "Public"),
    Openness.PARTLY: pgettext_lazy("openness of a document", "Partly public: the text, no files"),
    Openness.INTERNAL: pgettext_lazy("openness of a document", "Internal: never on the site"),
}
FIELDS: Labels = {
    Field.ORGANISATION: _("Organisation of the school"),
    Field.TEACHING: _("Teaching and learning"),
    Field.UPBRINGING: _("Upbringing and pupils"),
    Field.STAFF: _("Staff"),
    Field.FINANCE: _("Finance and property"),
    Field.SAFETY: _("Health and safety"),
    Field.ADMISSION: _("Admission"),
    Field.PORTAL: _("Portal and digital work"),
    Field.CURRICULUM: _("Curricula and work programmes"),
    Field.JOURNAL: _("Electronic journal"),
    Field.OTHER: pgettext_lazy("field of a document", "Other"),
}
AUDIENCES: Labels = {
    Audience.ADMINISTRATION: pgettext_lazy("audience", "Administration"),
    Audience.TEACHERS: pgettext_lazy("audience", "Teachers"),
    Audience.CLASS_TEACHERS: pgettext_lazy("audience", "Class teachers"),
    Audience.PUPILS: pgettext_lazy("audience", "Pupils"),
    Audience.PARENTS: pgettext_lazy("audience", "Parents"),
}
RELATIONS: Labels = {
    Relation.REPLACES: _("Replaces"),
    Relation.AMENDS: _("Amends"),
    Relation.REPEALS: _("Repeals"),
    Relation.ANNEX_OF: _("Is annexed to"),
    Relation.RELATES: _("Relates to"),
}
RELATED_BACK: Labels = {
    Relation.REPLACES: _("Replaced by"),
    Relation.AMENDS: _("Amended by"),
    Relation.REPEALS: _("Repealed by"),
    Relation.ANNEX_OF: _("Has as annex"),
    Relation.RELATES: _("Named by"),
}
APPROVALS: Labels = {
    ApprovalKind.CONSIDERED: pgettext_lazy("approval of a document", "Considered"),
    ApprovalKind.ADOPTED: pgettext_lazy("approval of a document", "Adopted"),
    ApprovalKind.AGREED: pgettext_lazy("approval of a document", "Agreed"),
    ApprovalKind.APPROVED: pgettext_lazy("approval of a document", "Approved"),
}
AUTHORITIES = [
    ("TM.", _("TM. (on behalf of a body)")),
    ("Q.", _("Q. (acting)")),
    ("KT.", _("KT. (a deputy for the head)")),
    ("TL.", _("TL. (by order of the head)")),
    ("TUQ.", _("TUQ. (by power of attorney)")),
]
CONTRADICTIONS: Labels = {
    Contradiction.EFFECTIVE_BEFORE_ISSUED: _("The document takes effect before it was issued. Check both days."),
    Contradiction.EXPIRES_BEFORE_ISSUED: _("The document ends before it was issued. Check both days."),
    Contradiction.EXPIRES_BEFORE_EFFECTIVE: _("The document ends before it takes effect. Check both days."),
    Contradiction.CERTIFICATE_ENDS_FIRST: _("The certificate ends before it begins. Check both days."),
    Contradiction.OVERRIDE_WITHOUT_REASON: _("Say why the validity differs from what the dates and links tell."),
}
FIELD_OF_CONTRADICTION = {
    Contradiction.EFFECTIVE_BEFORE_ISSUED: "effective_on",
    Contradiction.EXPIRES_BEFORE_ISSUED: "expires_on",
    Contradiction.EXPIRES_BEFORE_EFFECTIVE: "expires_on",
    Contradiction.CERTIFICATE_ENDS_FIRST: "certificate_to",
    Contradiction.OVERRIDE_WITHOUT_REASON: "override_reason",
}
FIELD_OF_REFUSAL = {Reason.DRAFT_UNAPPROVED: "standing"}
VALIDITIES: Labels = {
    Validity.IN_FORCE: pgettext_lazy("validity", "In force"),
    Validity.PARTLY: pgettext_lazy("validity", "Partly in force"),
    Validity.NOT_YET: pgettext_lazy("validity", "Not yet in force"),
    Validity.EXPIRED: pgettext_lazy("validity", "No longer in force"),
    Validity.SUSPENDED: pgettext_lazy("validity", "Suspended"),
    Validity.DRAFT: _("Draft for comment"),
}
OVERRIDES: Labels = {code: label for code, label in VALIDITIES.items() if code is not Validity.DRAFT}
COLLECTION_LEADS: Labels = {
    CollectionKind.LAW: _(
        "Acts of the state and of superior bodies that the school makes known: what is in force, and what replaced it."
    ),
    CollectionKind.LOCAL_ACTS: _("The school's own rules with their annexes, each under the order that approved it."),
    CollectionKind.LEARNING: _("What teaching and learning rest on: laws, letters of the authorities, own rules."),
    CollectionKind.UPBRINGING: _(
        "What the upbringing of pupils rests on: laws, letters of the authorities, own rules."
    ),
    CollectionKind.CURRICULA: _("Curricula, work programmes by subject, and links to learning resources."),
}
COLLECTIONS: Labels = {
    CollectionKind.LAW: _("Law and policy"),
    CollectionKind.LOCAL_ACTS: _("Local acts"),
    CollectionKind.LEARNING: _("Normative base of the learning process"),
    CollectionKind.UPBRINGING: _("Normative base of the upbringing process"),
    CollectionKind.CURRICULA: _("Curricula and e-resources"),
}
WORK_KINDS: Labels = {
    WorkKind.RESEARCH: _("Research"),
    WorkKind.INITIATIVE: _("Initiative"),
    WorkKind.TOPIC: _("Teaching topic"),
}
RECOGNITIONS: Labels = {
    Recognition.SCHOOL: pgettext_lazy("level of recognition", "School"),
    Recognition.MUNICIPAL: pgettext_lazy("level of recognition", "Commune or municipality"),
    Recognition.PROVINCE: pgettext_lazy("level of recognition", "Province or region"),
    Recognition.NATIONAL: pgettext_lazy("level of recognition", "National"),
}
LICENCES: Labels = {
    Licence.OPEN: _("Free for everybody"),
    Licence.STATE: _("Provided by the state"),
    Licence.SCHOOL: _("Licence of the school"),
    Licence.OWN_ACCOUNT: _("Only with an account of one's own"),
}
