"""Safe for production as it stands; every switch is an environment variable: docs/operations.md."""

import os
import sys
from pathlib import Path
from typing import Any

import dj_database_url
from django.utils.translation import gettext_lazy as _

from portal import environment

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("PORTAL_VAR") or BASE_DIR / "var")
VAR_DIR.mkdir(parents=True, exist_ok=True)

TESTING = "pytest" in sys.modules
DEBUG = environment.is_on("PORTAL_DEBUG")
PORTAL_DEMO = environment.is_on("PORTAL_DEMO")
PORTAL_COUNTRY = environment.country()
PLAIN_HTTP = PORTAL_DEMO or DEBUG or TESTING or environment.is_on("PORTAL_PLAIN_HTTP")

SECRET_KEY = environment.secret_key(VAR_DIR)
PORTAL_LEDGER_KEY = os.environ.get("PORTAL_LEDGER_KEY") or environment.derived_key(SECRET_KEY, "ledger")

ALLOWED_HOSTS = environment.words("PORTAL_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = [f"https://{host.removeprefix('.')}" for host in environment.words("PORTAL_HOSTS")]

# --- Apps

INSTALLED_APPS = [
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "school.people_admin.PeopleAdminConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "axes",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    # Ours come last: `editorial` disconnects Wagtail's own workflow mails when it is ready.
    "core",
    "school",
    "editorial",
    "news",
    "documents",
    "home",
    "portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.middleware.ContentSecurityMiddleware",
    "portal.middleware.FreshnessMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.middleware.PlainAddressMiddleware",
    "portal.middleware.ButtonAddressMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Database, cache, queue

# With the process id, so that test runs don't meet; a fixed name allows --reuse-db.
TEST_DATABASE = VAR_DIR / f"test-{os.environ.get('PORTAL_TEST_DB') or os.getpid()}.sqlite3"
DATABASE_URL = os.environ.get("DATABASE_URL", "")
DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(DATABASE_URL, conn_max_age=60, conn_health_checks=True)
    if DATABASE_URL
    else environment.sqlite(VAR_DIR / f"portal-{PORTAL_COUNTRY}.sqlite3", TEST_DATABASE)
}
CACHES = {"default": environment.cache()}
# Whole pages before Django: docs/page-cache.md. Whoever works on templates wants to see them at once.
PORTAL_PAGE_CACHE = environment.is_on("PORTAL_PAGE_CACHE", default=not DEBUG)
PORTAL_PAGE_CACHE_BYTES = environment.number("PORTAL_PAGE_CACHE_MB", 64) * 1024 * 1024
PORTAL_PAGE_CACHE_SECONDS = environment.number("PORTAL_PAGE_CACHE_SECONDS", 1)
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
if os.environ.get("PORTAL_TASKS") == "db":
    INSTALLED_APPS.append("django_tasks_db")
    TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Accounts

AUTH_USER_MODEL = "school.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"

AXES_ENABLED = not TESTING
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_HTTP_RESPONSE_CODE = 429
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

# --- Languages and time

LANGUAGES = [("vi", "Tiếng Việt"), ("ru", "Русский"), ("en", "English")]
LANGUAGE_CODE = {"vn": "vi", "ru": "ru"}[PORTAL_COUNTRY]
LANGUAGE_COOKIE_NAME = "portal_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = not PLAIN_HTTP
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "wagtail"]
TIME_ZONE = {"vn": "Asia/Ho_Chi_Minh", "ru": "Europe/Moscow"}[PORTAL_COUNTRY]

# --- Files

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / f"media-{PORTAL_COUNTRY}"
PORTAL_PRIVATE_ROOT = VAR_DIR / f"private-{PORTAL_COUNTRY}"  # originals of the intake register: never served as media
PORTAL_INTAKE_MAX_BYTES = 200 * 1024 * 1024  # one original; a film may be large
PORTAL_KEEP_GIVERS_DAYS = environment.number("PORTAL_KEEP_GIVERS_DAYS", 730)  # after an entry of the register ended
STORAGES = {
    "default": {"BACKEND": "core.uploads.storage.UploadStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if TESTING or DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # Wagtail's editor sends several fields for each block
DATA_UPLOAD_MAX_NUMBER_FILES = 50
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_HANDLERS = [
    "core.uploads.handlers.WholeRequestLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# What may be uploaded: docs/uploads.md. Sizes in bytes.
PORTAL_REQUEST_MAX_BYTES = environment.number("PORTAL_REQUEST_MAX_BYTES", 200 * 1024 * 1024)
PORTAL_PICTURE_MAX_BYTES = environment.number("PORTAL_PICTURE_MAX_BYTES", 20 * 1024 * 1024)
PORTAL_PICTURE_MAX_PIXELS = environment.number("PORTAL_PICTURE_MAX_PIXELS", 64_000_000)
PORTAL_PICTURE_MAX_SIDE = environment.number("PORTAL_PICTURE_MAX_SIDE", 3000)
PORTAL_FILE_MAX_BYTES = environment.number("PORTAL_FILE_MAX_BYTES", 30 * 1024 * 1024)
PORTAL_FILE_MAX_UNPACKED = environment.number("PORTAL_FILE_MAX_UNPACKED", 150 * 1024 * 1024)
PORTAL_FILE_MAX_PARTS = environment.number("PORTAL_FILE_MAX_PARTS", 5000)

# --- Transport and browser

SECURE_SSL_REDIRECT = not PLAIN_HTTP
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else 30 * 24 * 3600
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
if environment.is_on("PORTAL_BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not PLAIN_HTTP
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600

# --- Mail and logs

globals().update(environment.email(VAR_DIR, demo=PORTAL_DEMO))
PORTAL_DIGEST_HOUR = environment.hour("PORTAL_DIGEST_HOUR", 7)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("PORTAL_FROM_EMAIL", "portal@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("PORTAL_LOG_LEVEL", "WARNING")},
    # Django's own handlers hide errors from the console when DEBUG is off.
    "loggers": {"django": {"handlers": [], "propagate": True}},
}

# --- Wagtail

WAGTAIL_SITE_NAME = _("School portal")
WAGTAILADMIN_BASE_URL = os.environ.get("PORTAL_BASE_URL", "http://localhost:8000").rstrip("/")
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAILADMIN_GLOBAL_EDIT_LOCK = True
WAGTAILADMIN_USER_LOGIN_FORM = "school.forms.SignInForm"
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAILADMIN_NOTIFICATION_USE_HTML = True
WAGTAIL_AUTOSAVE_INTERVAL = 0
WAGTAIL_FINISH_WORKFLOW_ACTION = "editorial.gates.finish.finish"
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = PORTAL_PICTURE_MAX_BYTES
# No WAGTAILDOCS_EXTENSIONS: core.rules.uploads has the kinds, and Wagtail's list breaks its second form of a file.
WAGTAILDOCS_MAX_UPLOAD_SIZE = PORTAL_FILE_MAX_BYTES
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "editorial.forms.frozen_files.DocumentForm"
WAGTAILIMAGES_IMAGE_FORM_BASE = "editorial.forms.frozen_files.ImageForm"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "core.search_backend"}}
