"""Three headers, a language and two refusals: policies, freshness, the language of a request, closed addresses."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

Handler = Callable[[HttpRequest], HttpResponse]

COMMON_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'"
PUBLIC_POLICY = f"{COMMON_POLICY}; frame-ancestors 'none'"
PREVIEW_POLICY = f"{COMMON_POLICY}; frame-ancestors 'self'"
# Wagtail 8 writes inline scripts for choosers and dates, shows uploads as blobs, previews pages in a frame.
ADMIN_POLICY = (
    COMMON_POLICY.replace("img-src 'self' data:", "img-src 'self' data: blob:")
    + "; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'"
)
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
ADMIN_PREFIX = "/admin/"
NUL = "\0"


class ContentSecurityMiddleware:
    """Adds the policy of the public site, or the wider one of the back office, unless a view set its own."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", policy_of(request))
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response


def policy_of(request: HttpRequest) -> str:
    """The policy for an address; a preview (Wagtail's dummy request) may stand in the back office's frame."""
    if getattr(request, "is_dummy", False):
        return PREVIEW_POLICY
    return ADMIN_POLICY if request.path.startswith(ADMIN_PREFIX) else PUBLIC_POLICY


class FreshnessMiddleware:
    """Browsers and proxies may keep what a view says nothing of, but ask again each time: it may have been taken down.

    Without that word they reckon a while of their own (RFC 9111, 4.2.2).
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-cache")
        return response


class LanguageMiddleware:
    """The language a visitor chose, else the school's; never guessed from the browser.

    In the back office Wagtail lays the language of the signed-in person's profile over it.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(chosen_language(request)):
            request.LANGUAGE_CODE = translation.get_language()
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
        patch_vary_headers(response, ("Cookie",))
        return response


def chosen_language(request: HttpRequest) -> str:
    """The cookie's language if the portal has it, else the default one."""
    code = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


class PlainAddressMiddleware:
    """Answers 404 to an address with a NUL in it: PostgreSQL cannot look for one, and nobody types one.

    In a form the field refuses it by itself, so that what was typed beside it is not lost.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = [request.path, *request.GET, *(value for _, values in request.GET.lists() for value in values)]
        if any(NUL in part for part in asked):
            raise Http404
        return self.get_response(request)


class ButtonAddressMiddleware:
    """Tells somebody of the back office who opens the address of a button why nothing happened.

    It comes about by itself: the session ends, a button is pressed, and after signing in the browser
    opens its address. Django answers 405 without a word, and the browser shows a fault of its own.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 405 and not response.content and is_opened_in_back_office(request):
            why = _("This address belongs to a button and cannot be opened. Open the item from your desk and press it.")
            response.content = render_to_string("editorial/desk/shut.html", {"why": why}, request)
        return response


def is_opened_in_back_office(request: HttpRequest) -> bool:
    """Whether a signed-in person opened the address, as one opens a page."""
    return request.method == "GET" and request.path.startswith(ADMIN_PREFIX) and request.user.is_authenticated
