"""The colours that make the drawings one set."""

from dataclasses import dataclass

Colour = tuple[int, int, int]


def rgb(code: str) -> Colour:
    """Turn "f7b538" into three numbers."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Blend two colours; `share` 0 gives the first, 1 the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


INK = rgb("20384a")
TEAL = rgb("2a7f86")
MINT = rgb("93cdb8")
LEAF = rgb("5fa869")
MOSS = rgb("3b7655")
FOREST = rgb("27574a")
CREAM = rgb("fdf3df")
SAND = rgb("f1d6a6")
SUN = rgb("f7b733")
AMBER = rgb("e8933a")
CORAL = rgb("ea6c4a")
BRICK = rgb("bf4a3c")
ROSE = rgb("f2a69a")
SKY = rgb("bfe2ea")
BLUE = rgb("4c8cbf")
NAVY = rgb("2b4a72")
PLUM = rgb("7b5d8e")
WOOD = rgb("b97e50")
BARK = rgb("84553a")
WHITE = rgb("fffaf1")
FOG = rgb("dfe6e4")
GREY = rgb("8b9a9e")
RED = rgb("d7342e")
YELLOW = rgb("ffd23e")

SKINS = (rgb("f0c19a"), rgb("e0a878"), rgb("d0946a"), rgb("f5cfae"))
HAIRS = (rgb("2c2326"), rgb("3b2a26"), rgb("241f2a"))
HAIRS_MIXED = (rgb("3b2a26"), rgb("553627"), rgb("2c2326"))
HAIRS_LIGHT = (rgb("3b2a26"), rgb("7a4b2a"), rgb("c48a4a"), rgb("a8662f"))
SHIRTS = (CORAL, TEAL, SUN, BLUE, LEAF, PLUM, WHITE, ROSE)
PARTY = (CORAL, SUN, TEAL, ROSE, BLUE)
RED_YELLOW = (RED, YELLOW)
WHITE_BLUE_RED = (WHITE, rgb("3d6fb5"), rgb("d2463f"))


@dataclass(frozen=True)
class Light:
    """The light of a picture: sky above, sky at the horizon, far hills."""

    top: Colour
    low: Colour
    hill: Colour


LIGHTS = (
    Light(rgb("7fc4d8"), rgb("fdf0d5"), rgb("8fc3b0")),
    Light(rgb("9fd3e6"), rgb("f4f6e6"), rgb("86bfa4")),
    Light(rgb("86b9d6"), rgb("fde0bd"), rgb("94b7a4")),
    Light(rgb("f6c58f"), rgb("fdeecd"), rgb("b0b58b")),
)
WALLS = (
    (rgb("f6e3bd"), rgb("fbf1da")),
    (rgb("cfe3dc"), rgb("e6f1ea")),
    (rgb("f3d3bf"), rgb("fae8d8")),
    (rgb("d3e1ec"), rgb("eaf1f5")),
)
