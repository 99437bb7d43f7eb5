"""Puts the portal's own screens for people in place of Wagtail's."""

from __future__ import annotations

from wagtail.users.apps import WagtailUsersAppConfig


class PeopleAdminConfig(WagtailUsersAppConfig):
    """Stands in INSTALLED_APPS instead of `wagtail.users`."""

    user_viewset = "school.users.PersonViewSet"
