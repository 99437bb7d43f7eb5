"""Who may look into which register of the school: posts of the board decide, not Wagtail's groups."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model, QuerySet
from wagtail.models import Page
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy

from core.clock import today
from editorial.rules.vocabulary import Post
from editorial.selectors.people import actor_of
from editorial.selectors.units import visible_pages

KEEP = frozenset({"add", "change", "view"})


class RegisterPolicy(BasePermissionPolicy):
    """People in one of `posts` keep the register; nothing is ever deleted from it.

    is_technical: the technical administrator keeps it too.
    """

    def __init__(
        self,
        model: type[Model],
        posts: Collection[Post] = (),
        *,
        is_technical: bool = False,
        actions: frozenset[str] = KEEP,
    ) -> None:
        super().__init__(model)
        self.posts = frozenset(posts)
        self.is_technical = is_technical
        self.actions = actions

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether the person may do this to the register today."""
        actor = actor_of(user, today())
        if action not in self.actions or not actor.is_active:
            return False
        return self.is_technical if actor.is_technical else bool(actor.posts & self.posts)

    def user_has_any_permission(self, user: Any, actions: Collection[str]) -> bool:
        """Whether the person may do one of these."""
        return any(self.user_has_permission(user, action) for action in actions)

    def users_with_any_permission(self, actions: Collection[str]) -> QuerySet[Any]:
        """Wagtail asks this for its own mails only."""
        return get_user_model().objects.none()


class NobodyPolicy(RegisterPolicy):
    """Nobody, superusers included: the chain is configured by code only."""


class BoardPagesPolicy(PagePermissionPolicy):
    """Wagtail's page rights, except that nobody finds in lists what he may not see.

    Explorer, search, history and reports all read `explorable_instances`.
    """

    def explorable_instances(self, user: Any) -> Any:
        """What Wagtail would list, without other units' items that are not public."""
        visible = visible_pages(actor_of(user, today()))
        return super().explorable_instances(user).filter(pk__in=visible.values("pk"))


def only_visible(pages: QuerySet[Page], user: Any) -> QuerySet[Page]:
    """The pages of a chooser or listing that this person may meet."""
    return pages.filter(pk__in=visible_pages(actor_of(user, today())).values("pk"))
