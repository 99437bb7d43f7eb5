"""What of a page is cleared: a fixed list of its content, and the bytes of its files."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, Revision

from editorial.rules.hash_chain import canonical

BASE_FIELDS = ("title", "slug", "seo_title", "search_description", "show_in_menus")
CHUNK = 1 << 20


def content_fields(model: type[models.Model]) -> list[str]:
    """Names of the fields that are content: never path, locks, comments or timestamps."""
    page_fields = {field.name for field in Page._meta.get_fields()}
    own = [
        field.name
        for field in [*model._meta.concrete_fields, *model._meta.many_to_many]
        if field.name not in page_fields and not field.primary_key
    ]
    return [*BASE_FIELDS, *own]


def child_relations(model: type[models.Model]) -> list[str]:
    """Names of the child relations that are content: all but the editors' comments."""
    return [
        relation.get_accessor_name()
        for relation in get_all_child_relations(model)
        if relation.get_accessor_name() != "wagtail_admin_comments"
    ]


def content_digest(data: Mapping[str, Any], model: type[models.Model]) -> str:
    """SHA-256 over the content in `data`, the serialised form of a page or revision.

    What is empty is left out, so that a field added later leaves what was cleared before as it is.
    """
    content = {name: _plain(data.get(name), name, model) for name in content_fields(model)}
    content |= {name: [_child(row) for row in data.get(name) or []] for name in child_relations(model)}
    filled = {name: value for name, value in content.items() if value not in (None, "", [])}
    return hashlib.sha256(canonical(filled).encode()).hexdigest()


def _plain(value: Any, name: str, model: type[models.Model]) -> Any:
    """A value as it is compared: streams as parsed JSON, many-to-many without order, days as a revision has them."""
    field = model._meta.get_field(name)
    if isinstance(field, ParentalManyToManyField):
        return sorted(value or [])
    if hasattr(field, "stream_block") and isinstance(value, str):
        return json.loads(value or "[]")
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else value


def _child(row: Mapping[str, Any]) -> dict[str, Any]:
    """A child row without its own and its parent's key, which are given at posting."""
    left_out = {"pk", "content_object", "page", "sort_order"}
    return {name: value for name, value in row.items() if name not in left_out}


def revision_digest(revision: Revision) -> str:
    """The digest of a revision's content."""
    return content_digest(revision.content, revision.as_object().__class__)


def live_digest(page: Page) -> str:
    """The digest of what stands in the page's own row and child rows now."""
    specific = Page.objects.get(pk=page.pk).specific
    return content_digest(specific.serializable_data(), specific.__class__)


def files_of_revision(revision: Revision) -> dict[str, str]:
    """Every picture and file the revision uses, with the SHA-256 of its bytes."""
    return files_of_page(revision.as_object())


def files_of_page(page: Page) -> dict[str, str]:
    """Every picture and file that a page object uses, with the SHA-256 of its bytes."""
    return {name: file_digest(name) for name in sorted(set(file_names(page)))}


def file_names(page: Page) -> Iterator[str]:
    """Names ("wagtailimages.image/7") of the pictures and files a page object refers to."""
    wanted = {model._meta.label_lower for model in (get_image_model(), get_document_model())}
    for content_type_id, object_id, *_ in ReferenceIndex._extract_references_from_object(page):
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model is not None and model._meta.label_lower in wanted:
            yield file_name(model, object_id)


def file_name(model: type[models.Model], pk: Any) -> str:
    """The name under which a picture or file stands in clearances."""
    return f"{model._meta.label_lower}/{pk}"


def file_digest(name: str) -> str:
    """SHA-256 of the stored bytes; "missing" when the row or the file is gone."""
    label, _slash, pk = name.partition("/")
    row = apps.get_model(label)._default_manager.filter(pk=pk).first()
    if row is None or not row.file:
        return "missing"
    try:
        with row.file.storage.open(row.file.name) as source:
            return _sha256(iter(lambda: source.read(CHUNK), b""))
    except FileNotFoundError:
        return "missing"


def _sha256(chunks: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()
