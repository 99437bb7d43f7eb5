"""A page per audience below the register: administration, teachers, class teachers, pupils, parents (B04)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.url_routing import RouteResult

from core.clock import today
from documents.rules.guidance import audience_of_path, audience_path
from documents.rules.registering import Audience
from documents.selectors.audiences import audience_view


class AudienceRoutes:
    """Answers `…/danh-cho/phu-huynh/` (`…/dlya/roditeli/`) below the documents' section; it holds no text."""

    unit: Any
    audience_template = "documents/audience_page.html"

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """As Wagtail routes, and besides the audiences of the school's country."""
        audience = audience_of_path(path_components, self.unit.school.country) if path_components else None
        if audience is not None and self.live:  # type: ignore[attr-defined]
            return RouteResult(self, kwargs={"audience": audience})
        result: RouteResult = super().route(request, path_components)  # type: ignore[misc]
        return result

    def serve(self, request: HttpRequest, *args: Any, audience: Audience | None = None, **kwargs: Any) -> HttpResponse:
        """The section, or the page of one audience."""
        if audience is None:
            response: HttpResponse = super().serve(request, *args, **kwargs)  # type: ignore[misc]
            return response
        context = {"page": self, "self": self, "view": audience_view(audience, self.unit.school, today())}
        return TemplateResponse(request, self.audience_template, context)

    def audience_address(self, audience: Audience, request: HttpRequest | None = None) -> str:
        """The address of an audience's page."""
        return f"{self.get_url(request)}{audience_path(audience, self.unit.school.country)}"  # type: ignore[attr-defined]
