"""Connects the screens for units with Wagtail; nothing is decided here."""

from __future__ import annotations

from typing import Any

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from editorial.register_permissions import RegisterPolicy
from editorial.rules.vocabulary import Post
from home.registers import REGISTERS, membership_register, unit_register

for register in REGISTERS:
    policy = RegisterPolicy(register.model, (Post.HEAD, Post.SECRETARY), is_technical=True)
    register_permission_policy(register.model, policy)


@hooks.register("register_admin_viewset")
def registers() -> list[Any]:
    """Units and their people."""
    return list(REGISTERS)


@hooks.register("register_board_menu_item")
def units_item() -> Any:
    """Units stand among the board's registers."""
    return unit_register.get_menu_item(order=80)


@hooks.register("register_board_menu_item")
def memberships_item() -> Any:
    """So does who belongs to them."""
    return membership_register.get_menu_item(order=90)
