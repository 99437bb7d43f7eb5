"""People of the drawings: plain shapes without faces."""

from dataclasses import dataclass, replace

from home.demo.scenes import palette as p
from home.demo.scenes.canvas import Canvas, Point
from home.demo.scenes.palette import Colour


@dataclass(frozen=True)
class Look:
    """How somebody looks; arms are "down", "up", "wave", "hold" or "read"."""

    shirt: Colour
    legs: Colour = p.NAVY
    skin: Colour = p.SKINS[0]
    hair: Colour = p.HAIRS[0]
    arms: str = "down"
    long_hair: bool = False
    tunic: bool = False
    skirt: bool = False
    back: bool = False
    scarf: Colour | None = None


def random_look(
    c: Canvas,
    shirts: tuple[Colour, ...] = p.SHIRTS,
    hairs: tuple[Colour, ...] = p.HAIRS_MIXED,
) -> Look:
    """Dress somebody by chance."""
    long_hair = c.rng.random() < 0.5
    return Look(
        shirt=c.rng.choice(shirts),
        legs=c.rng.choice((p.NAVY, p.INK, p.BARK, p.TEAL)),
        skin=c.rng.choice(p.SKINS),
        hair=c.rng.choice(hairs),
        long_hair=long_hair,
        skirt=long_hair and c.rng.random() < 0.5,
    )


def uniform_look(c: Canvas, back: bool = False) -> Look:
    """Dress a Vietnamese pupil: white shirt, or white tunic for a girl."""
    girl = c.rng.random() < 0.5
    return Look(
        shirt=p.WHITE,
        legs=p.WHITE if girl else p.NAVY,
        skin=c.rng.choice(p.SKINS),
        hair=c.rng.choice(p.HAIRS),
        long_hair=girl,
        tunic=girl,
        back=back,
    )


ARMS: dict[str, tuple[tuple[Point, ...], tuple[Point, ...]]] = {
    "down": (
        ((-0.13, -0.70), (-0.17, -0.55), (-0.16, -0.42)),
        ((0.13, -0.70), (0.17, -0.55), (0.16, -0.42)),
    ),
    "up": (
        ((-0.13, -0.70), (-0.24, -0.84), (-0.22, -1.02)),
        ((0.13, -0.70), (0.24, -0.84), (0.22, -1.02)),
    ),
    "wave": (
        ((-0.13, -0.70), (-0.17, -0.55), (-0.16, -0.42)),
        ((0.13, -0.70), (0.25, -0.80), (0.26, -0.99)),
    ),
    "hold": (
        ((-0.13, -0.70), (-0.18, -0.56), (-0.04, -0.52)),
        ((0.13, -0.70), (0.18, -0.56), (0.04, -0.52)),
    ),
    "point": (
        ((-0.13, -0.70), (-0.17, -0.55), (-0.16, -0.42)),
        ((0.13, -0.70), (0.28, -0.72), (0.42, -0.80)),
    ),
}


def person(c: Canvas, x: float, y: float, h: float, look: Look) -> None:
    """Draw somebody standing with the feet at (x, y), `h` units tall."""
    c.oval(x, y, h * 0.17, h * 0.028, p.INK, 45)
    _hair_behind(c, x, y, h, look)
    _legs(c, x, y, h, look)
    _arms(c, x, y, h, look, behind=True)
    _trunk(c, x, y, h, look)
    _arms(c, x, y, h, look, behind=False)
    head(c, x, y - h * 0.87, h * 0.098, look)


def half(c: Canvas, x: float, y: float, h: float, look: Look) -> None:
    """Draw head, trunk and arms of somebody sitting; y is the table's edge."""
    base = y + h * 0.46
    _hair_behind(c, x, base, h, look)
    _arms(c, x, base, h, look, behind=True)
    _trunk(c, x, base, h, replace(look, tunic=False, skirt=False))
    _arms(c, x, base, h, look, behind=False)
    head(c, x, base - h * 0.87, h * 0.098, look)


def head(c: Canvas, x: float, y: float, r: float, look: Look) -> None:
    """Draw a head with hair around (x, y)."""
    if look.back:
        c.disc(x, y, r * 1.06, look.hair)
        if look.long_hair:
            c.rect(x - r * 0.86, y, r * 1.72, r * 2.1, look.hair, r * 0.6)
        return
    c.rect(x - r * 0.3, y + r * 0.6, r * 0.6, r * 0.8, p.mix(look.skin, p.BARK, 0.2))
    c.disc(x, y, r, look.skin)
    c.slice(x, y - r * 0.06, r * 1.08, 192, 348, look.hair)
    fringe = -0.42 if look.long_hair else 0.4
    c.oval(x + r * fringe, y - r * 0.52, r * 0.48, r * 0.36, look.hair)
    for side in (-1, 1):
        c.disc(x + side * r * 0.5, y + r * 0.36, r * 0.17, p.ROSE, 130)


def _hair_behind(c: Canvas, x: float, y: float, h: float, look: Look) -> None:
    if look.long_hair and not look.back:
        r = h * 0.098
        c.rect(x - r * 1.08, y - h * 0.89, r * 2.16, r * 2.6, look.hair, r)


def _legs(c: Canvas, x: float, y: float, h: float, look: Look) -> None:
    bare = look.skin if look.skirt else look.legs
    for side in (-1, 1):
        foot = x + side * h * 0.062
        c.line([(x + side * h * 0.055, y - h * 0.42), (foot, y - h * 0.04)], bare, h * 0.085)
        c.rect(foot - h * 0.055, y - h * 0.04, h * 0.11, h * 0.045, p.INK, h * 0.02)


def _trunk(c: Canvas, x: float, y: float, h: float, look: Look) -> None:
    shoulder, hip = h * 0.135, h * 0.115
    c.rect(x - shoulder, y - h * 0.76, shoulder * 2, h * 0.2, look.shirt, h * 0.06)
    c.rect(x - hip, y - h * 0.68, hip * 2, h * 0.29, look.shirt, h * 0.03)
    if look.tunic:
        hem = [(x - hip, y - h * 0.5), (x + hip, y - h * 0.5)]
        hem += [(x + h * 0.17, y - h * 0.13), (x - h * 0.17, y - h * 0.13)]
        c.poly(hem, look.shirt)
        c.line([(x, y - h * 0.42), (x, y - h * 0.14)], p.FOG, h * 0.01)
    if look.skirt:
        hem = [(x - hip, y - h * 0.46), (x + hip, y - h * 0.46)]
        c.poly([*hem, (x + h * 0.18, y - h * 0.25), (x - h * 0.18, y - h * 0.25)], look.legs)
    if look.scarf and not look.back:
        c.poly(
            [(x - h * 0.06, y - h * 0.76), (x + h * 0.06, y - h * 0.76), (x, y - h * 0.6)],
            look.scarf,
        )


def _arms(c: Canvas, x: float, y: float, h: float, look: Look, behind: bool) -> None:
    in_front = look.arms in ("hold",)
    if behind == in_front:
        return
    sleeve = p.mix(look.shirt, p.INK, 0.1)
    for arm in ARMS[look.arms]:
        joints = [(x + dx * h, y + dy * h) for dx, dy in arm]
        c.line(joints, sleeve, h * 0.07)
        c.disc(*joints[-1], h * 0.038, look.skin)
