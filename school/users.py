"""Accounts in the back office.

Whoever could set the password, the mail address or the rights of a person in office could act in
his name. So nobody does, superusers included: the password is reset by the person's own mail, or
by `manage.py changepassword` on the server (Đ8.2).
"""

from __future__ import annotations

import datetime
from typing import Any

import django_filters
from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import DeleteView, EditView, GroupFilter, IndexView, UserFilterSet, UserViewSet

from core.clock import today
from school.group_names import group_label
from school.models import BoardAppointment, Delegation, User

PROTECTED = ("username", "email", "is_active", "is_superuser")
WHY_PROTECTED = _(
    "This person holds a post of the editorial board. Account name, mail, password and rights are "
    "changed by nobody else: the password is reset by the person's own mail. When the person "
    "leaves, the head ends the appointment first."
)


def holds_post(user: User, on: datetime.date) -> bool:
    """Whether the person has, or is about to have, a post of the board or a delegation of the head."""
    if user.pk is None:
        return False
    ended = {"ends_on__lt": on}
    posts = BoardAppointment.objects.filter(user=user).exclude(**ended)
    return posts.exists() or Delegation.objects.filter(given_to=user).exclude(**ended).exists()


class PersonCreationForm(UserCreationForm):
    """A new account: one whole name, as Vietnamese and Russian names are written."""

    first_name = None
    last_name = None
    email = forms.EmailField(required=False, label=_("E-mail"))
    full_name = forms.CharField(max_length=100, label=_("Full name"))

    class Meta(UserCreationForm.Meta):
        fields = ["username", "full_name", "job_title", "email", "is_superuser"]


class PersonEditForm(UserEditForm):
    """An account; what would let another act in the person's name is shut for people in office."""

    first_name = None
    last_name = None
    email = forms.EmailField(required=False, label=_("E-mail"))
    full_name = forms.CharField(max_length=100, label=_("Full name"))

    class Meta(UserEditForm.Meta):
        fields = ["username", "full_name", "job_title", "email", "is_active", "is_superuser"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        instance = kwargs.get("instance")
        self.is_protected = instance is not None and holds_post(instance, today())
        super().__init__(*args, **kwargs)
        if self.is_protected:
            for name in set(PROTECTED) & set(self.fields):
                self.fields[name].disabled = True

    @property
    def password_enabled(self) -> bool:
        """No password field for a person in office."""
        return not self.is_protected

    @property
    def why_protected(self) -> str:
        """What the form says about fields that are shut."""
        return str(WHY_PROTECTED) if self.is_protected else ""


class GroupField(django_filters.fields.ModelMultipleChoiceField):
    """Groups by the words people use for them."""

    def label_from_instance(self, obj: Group) -> str:
        """The board, or the unit by its own name."""
        return group_label(obj)


class ReadableGroupFilter(GroupFilter):
    """Wagtail's filter with readable groups."""

    field_class = GroupField


class PersonFilterSet(UserFilterSet):
    """Wagtail's filters of accounts."""

    def __init__(self, *args: Any, is_searching: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, is_searching=is_searching, **kwargs)
        self.filters["group"] = ReadableGroupFilter(
            field_name="groups",
            queryset=Group.objects.all(),
            label=_("Unit or board"),
            use_subquery=is_searching,
            widget=forms.CheckboxSelectMultiple,
        )


class PersonIndexView(IndexView):
    """People, found by their whole name."""

    add_item_label = _("Add a person")
    page_title = _("People")
    search_fields = ["username", "full_name", "email"]

    def order_queryset(self, queryset: Any) -> Any:
        """By whole name where Wagtail orders by last and first name."""
        if self.ordering in {"name", "-name"}:
            return queryset.order_by(self.ordering.replace("name", "full_name"))
        return super().order_queryset(queryset)

    def get_delete_url(self, instance: User) -> None:
        """Accounts are switched off, never deleted."""
        return


class PersonEditView(EditView):
    """Edit an account; there is no way to delete one."""

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.can_delete = False


class NoDeleteView(DeleteView):
    """An account is switched off, never deleted: a decision stays attributable (Đ5.2, Đ13.3)."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Refuse, whoever asks."""
        raise PermissionDenied(_("An account is switched off, never deleted."))


class PersonViewSet(UserViewSet):
    """The screens for accounts."""

    menu_label = _("People")
    index_view_class = PersonIndexView
    filterset_class = PersonFilterSet
    edit_view_class = PersonEditView
    delete_view_class = NoDeleteView
    copy_view_enabled = False
    create_template_name = "school/users/create.html"
    edit_template_name = "school/users/edit.html"

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        """One whole name instead of two, and no groups: they follow from units and posts."""
        return PersonEditForm if for_update else PersonCreationForm
