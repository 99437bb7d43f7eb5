"""What the readers of dropped files have to say, for people."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from editorial.intake.reading import Doubt, Trouble

TROUBLES: dict[Trouble, Promise] = {
    Trouble.KIND: _(
        "Only e-mails (.eml) and Word files (.docx) are read. Enter other files under “New entry”, with their words."
    ),
    Trouble.EMPTY: _("The file is empty."),
    Trouble.TOO_BIG: _("The file is too large to be read. Enter it under “New entry” as it is."),
    Trouble.DAMAGED: _(
        "The file cannot be read: it is damaged, or not what its name says. Enter it under “New entry” as it is."
    ),
    Trouble.NESTED: _("The file is nested too deep to be read. Enter it under “New entry” as it is."),
    Trouble.TOO_MANY_PARTS: _("The file has too many parts to be read. Enter it under “New entry” as it is."),
    Trouble.UNPACKS_TOO_BIG: _("Unpacked, the file would be larger than any letter, so it is not read."),
    Trouble.ENTITIES: _("The file refers to things outside itself, as attacks do, so it is not read."),
    Trouble.PROTECTED: _(
        "The file is protected by a password, or is an old .doc under a new name. Ask for it as an open .docx."
    ),
}
DOUBTS: dict[Doubt, Promise] = {
    Doubt.LETTERS_LOST: _("Some letters could not be read and are shown as �. Compare with the original."),
    Doubt.REPLY_ELSEWHERE: _("Answers to this e-mail go to another address than its sender's."),
    Doubt.SEVERAL_SENDERS: _("The e-mail names several senders; the first is shown."),
    Doubt.NAME_IS_ADDRESS: _("The sender's name looks like an address, but is not the address it came from."),
    Doubt.TEXT_CUT: _("The text is very long and was cut. The original has all of it."),
    Doubt.PARTS_LEFT_OUT: _("There are more files in it than are taken over. The original has all of them."),
    Doubt.TABLES_FLAT: _("Tables became lines of text. Compare with the original."),
    Doubt.CONTENT_ELSEWHERE: _("A part of the e-mail cannot be read here (Outlook's own format, or stored elsewhere)."),
}
