"""What the server imports: `granian --interface wsgi portal.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

django_application = get_wsgi_application()

from portal.page_cache.layer import around  # noqa: E402 it reads models, which the line above makes ready

application = around(django_application)
