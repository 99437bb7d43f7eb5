"""Every act of the review page, as one table: what is not here cannot be done there."""

from __future__ import annotations

from editorial.views import acts_deciding, acts_editing, acts_posting
from editorial.views.act import Act

ACTS: dict[str, Act] = {**acts_deciding.ACTS, **acts_editing.ACTS, **acts_posting.ACTS}
DECIDING = frozenset({"approve", "approve_and_post", "return", "refuse", "correct_and_approve"})
