"""Books, stage, exhibitions."""

from dataclasses import replace

from home.demo.scenes import palette as p
from home.demo.scenes.canvas import HEIGHT, WIDTH, Canvas
from home.demo.scenes.indoors import (
    book_stack,
    books,
    desk,
    pendant,
    picture_frame,
    plant,
    room,
    shelf,
    window,
)
from home.demo.scenes.palette import Colour
from home.demo.scenes.people import Look, half, person, random_look


def library(c: Canvas) -> None:
    """Readers at a long table between tall bookcases."""
    room(c, 830)
    shelf(c, 40, 90, 470, 640, 4)
    shelf(c, 1090, 90, 470, 640, 4)
    window(c, 650, 130, 300, 380)
    for x in (480, 800, 1120):
        pendant(c, x, 60, 56)
    for x in (340, 660, 960, 1260):
        half(c, x, 830, 520, replace(random_look(c), arms="hold"))
    desk(c, 160, 830, 1280, 220)
    for x in (340, 660, 960, 1260):
        _open_book(c, x, 832, 150)
    book_stack(c, 500, 830, 120, 3)
    book_stack(c, 1110, 830, 120, c.rng.randint(2, 4))


def _open_book(c: Canvas, x: float, y: float, w: float) -> None:
    cover = c.rng.choice((p.CORAL, p.TEAL, p.PLUM, p.SUN))
    c.poly(
        [
            (x - w * 0.5, y),
            (x, y + 8),
            (x + w * 0.5, y),
            (x + w * 0.46, y - w * 0.44),
            (x, y - w * 0.34),
            (x - w * 0.46, y - w * 0.44),
        ],
        cover,
    )
    for side in (-1, 1):
        c.poly(
            [
                (x, y - 2),
                (x + side * w * 0.45, y - 10),
                (x + side * w * 0.42, y - w * 0.41),
                (x, y - w * 0.32),
            ],
            p.CREAM,
        )
    c.line([(x, y), (x, y - w * 0.32)], p.SAND, 4)


def bookshelf(c: Canvas) -> None:
    """Shelves full of colourful books, a plant and a lamp."""
    c.gradient(p.mix(p.TEAL, p.WHITE, 0.72), p.mix(p.MINT, p.WHITE, 0.4))
    for row in range(3):
        base = 330 + row * 330
        left, right = 60 + (row % 2) * 330, 1540 - (row == 1) * 0 - (row == 2) * 300
        books(c, left, base, right - left, 250)
        c.rect(0, base, WIDTH, 34, p.WOOD)
        c.rect(0, base + 34, WIDTH, 12, p.mix(p.BARK, p.INK, 0.2))
    plant(c, 200, 660, 230)
    _table_lamp(c, 1400, 990)


def _table_lamp(c: Canvas, x: float, y: float) -> None:
    c.glow(x, y - 150, 240, p.SUN, 110)
    c.line([(x, y), (x, y - 180)], p.INK, 14)
    c.rect(x - 66, y - 20, 132, 20, p.INK, 10)
    c.poly([(x - 46, y - 250), (x + 46, y - 250), (x + 110, y - 140), (x - 110, y - 140)], p.CORAL)


def _hall(c: Canvas, curtain: Colour) -> None:
    c.gradient(p.mix(curtain, p.INK, 0.45), p.mix(curtain, p.INK, 0.1), 0, 800)
    for index in range(16):
        left = index * 104 - 20
        c.rect(left, 0, 46, 800, p.mix(curtain, p.WHITE, 0.08), alpha=120)
    for x in (330, 800, 1270):
        c.poly([(x - 34, 0), (x + 34, 0), (x + 250, 820), (x - 250, 820)], p.SUN, 34)
    c.gradient(p.WOOD, p.BARK, 790, HEIGHT - 790)
    c.rect(0, 786, WIDTH, 16, p.mix(p.WOOD, p.WHITE, 0.4))
    for index in range(12):
        c.slice(index * 146, -10, 92, 0, 180, p.mix(curtain, p.BRICK, 0.3))
        c.slice(index * 146, -18, 88, 0, 180, curtain)


def _audience(c: Canvas, hairs: tuple[Colour, ...] = p.HAIRS_MIXED) -> None:
    for row in range(2):
        for index in range(15 + row):
            x = index * 112 - 10 + row * 50 + c.rng.uniform(-14, 14)
            y = 1000 + row * 66
            c.disc(x, y, 40, p.mix(c.rng.choice(hairs), p.INK, 0.3))
            c.rect(x - 60, y + 32, 120, 90, p.mix(p.INK, p.NAVY, 0.4 * row), 34)


def choir(c: Canvas) -> None:
    """A choir in two rows on a lit stage, its conductor before it."""
    _hall(c, p.BRICK)
    for row, count in enumerate((8, 9)):
        for index in range(count):
            x = 800 + (index - (count - 1) / 2) * 126
            tunic = Look(
                p.WHITE,
                p.NAVY,
                c.rng.choice(p.SKINS),
                c.rng.choice(p.HAIRS_MIXED),
                "hold",
                c.rng.random() < 0.5,
                scarf=p.TEAL,
            )
            c.rect(x - 64, 730 + row * 70, 128, 90 - row * 40, p.WOOD) if row == 0 else None
            person(c, x, 740 + row * 96, 330, tunic)
    look = Look(p.INK, p.INK, p.SKINS[0], p.HAIRS[0], "up", back=True)
    person(c, 800, 960, 380, look)
    for index in range(7):
        _note(c, 190 + index * 205, 150 + c.rng.uniform(-40, 110))
    _audience(c)


def _note(c: Canvas, x: float, y: float) -> None:
    colour = c.rng.choice((p.SUN, p.CREAM, p.ROSE))
    c.oval(x, y + 56, 19, 14, colour)
    c.line([(x + 16, y + 54), (x + 16, y), (x + 44, y + 12)], colour, 7)


def speech(c: Canvas) -> None:
    """A speaker at a desk with flowers on a stage, a screen behind."""
    _hall(c, c.rng.choice((p.TEAL, p.NAVY, p.PLUM, p.MOSS)))
    c.rect(420, 170, 760, 400, p.INK, 12)
    c.rect(438, 188, 724, 364, p.CREAM, 6)
    c.disc(800, 330, 86, p.SUN)
    c.poly([(500, 540), (700, 340), (860, 540)], p.LEAF)
    c.poly([(740, 540), (960, 300), (1130, 540)], p.MOSS)
    person(c, 800, 830, 420, replace(random_look(c, (p.CORAL, p.NAVY, p.PLUM)), arms="hold"))
    c.poly([(690, 660), (910, 660), (880, 850), (720, 850)], p.WOOD)
    c.rect(676, 646, 248, 24, p.mix(p.WOOD, p.WHITE, 0.3), 8)
    _vase(c, 330, 840, 1.4)
    _vase(c, 1270, 840, 1.4)
    _audience(c)


def _vase(c: Canvas, x: float, y: float, size: float) -> None:
    flowers(c, x, y - 120 * size, 90 * size, 13)
    c.poly(
        [
            (x - 34 * size, y - 110 * size),
            (x + 34 * size, y - 110 * size),
            (x + 46 * size, y - 40 * size),
            (x + 26 * size, y),
            (x - 26 * size, y),
            (x - 46 * size, y - 40 * size),
        ],
        p.CREAM,
    )


def flowers(c: Canvas, x: float, y: float, r: float, count: int) -> None:
    """Arrange a round bunch of flowers around (x, y)."""
    for _ in range(count):
        dx, dy = c.rng.uniform(-1, 1), c.rng.uniform(-0.9, 0.6)
        c.oval(x + dx * r, y + dy * r, r * 0.24, r * 0.13, c.rng.choice((p.LEAF, p.MOSS)))
    for _ in range(count):
        dx, dy = c.rng.uniform(-0.85, 0.85), c.rng.uniform(-0.85, 0.5)
        colour = c.rng.choice((p.CORAL, p.ROSE, p.SUN, p.WHITE, p.BRICK))
        _flower(c, x + dx * r, y + dy * r, r * 0.24, colour)


def _flower(c: Canvas, x: float, y: float, r: float, colour: Colour) -> None:
    for dx, dy in ((0, -0.55), (0.52, -0.17), (0.32, 0.45), (-0.32, 0.45), (-0.52, -0.17)):
        c.disc(x + dx * r, y + dy * r, r * 0.5, colour)
    c.disc(x, y, r * 0.3, p.SUN if colour != p.SUN else p.AMBER)


def bouquet(c: Canvas) -> None:
    """A teacher's desk with a big bouquet, books, an apple and cards."""
    c.gradient(p.mix(p.ROSE, p.WHITE, 0.55), p.mix(p.SUN, p.WHITE, 0.6), 0, 800)
    picture_frame(c, 170, 130, 250, 180)
    c.rect(1080, 90, 400, 290, p.WOOD, 10)
    c.rect(1098, 108, 364, 254, p.FOREST, 4)
    for index in range(3):
        c.rect(1140, 170 + index * 56, 280 - index * 60, 12, p.FOG, 6)
    c.gradient(p.mix(p.WOOD, p.SAND, 0.3), p.WOOD, 800, 267)
    c.rect(0, 792, WIDTH, 22, p.mix(p.WOOD, p.WHITE, 0.35))
    c.oval(800, 900, 220, 26, p.INK, 50)
    c.poly([(620, 560), (980, 560), (850, 900), (750, 900)], p.CREAM)
    c.poly([(620, 560), (800, 640), (750, 900)], p.mix(p.CREAM, p.SAND, 0.5))
    flowers(c, 800, 440, 250, 30)
    c.rect(734, 740, 132, 26, p.CORAL, 10)
    book_stack(c, 330, 890, 320, c.rng.randint(3, 5))
    _apple(c, 1130, 890, 70)
    for x, colour in ((1290, p.TEAL), (1400, p.CORAL)):
        c.poly([(x - 80, 890), (x + 30, 860), (x + 44, 690), (x - 66, 720)], p.WHITE)
        _flower(c, x - 18, 790, 40, colour)


def _apple(c: Canvas, x: float, y: float, r: float) -> None:
    c.oval(x, y, r, r * 0.16, p.INK, 50)
    c.disc(x - r * 0.3, y - r * 0.9, r * 0.72, p.BRICK)
    c.disc(x + r * 0.3, y - r * 0.9, r * 0.72, p.CORAL)
    c.line([(x, y - r * 1.4), (x + 10, y - r * 1.9)], p.BARK, 9)
    c.oval(x + r * 0.4, y - r * 1.75, r * 0.34, r * 0.16, p.LEAF)


def exhibition(c: Canvas) -> None:
    """Visitors before stands with maps, old photographs and a vase."""
    room(c, 810)
    for index, x in enumerate((90, 610, 1130)):
        c.rect(x + 60, 560, 16, 260, p.BARK)
        c.rect(x + 304, 560, 16, 260, p.BARK)
        c.rect(x, 150, 380, 430, p.WOOD, 8)
        c.rect(x + 16, 166, 348, 398, p.CREAM)
        (_map, _photos, _timeline)[index](c, x + 16, 166)
    plant(c, 545, 815, 190)
    for x in (270, 470, 860, 1080, 1390):
        y = 930 + c.rng.uniform(-10, 90)
        person(c, x, y, 410, replace(random_look(c), back=True))


def _map(c: Canvas, x: float, y: float) -> None:
    c.rect(x + 24, y + 24, 300, 350, p.SKY, 4)
    land = [(60, 60), (190, 44), (280, 110), (250, 210), (300, 300), (180, 350), (90, 300), (120, 190)]
    c.poly([(x + dx, y + dy) for dx, dy in land], p.MINT)
    c.line([(x + 180, y + 60), (x + 160, y + 160), (x + 210, y + 250), (x + 180, y + 340)], p.BLUE, 9)
    for _ in range(5):
        px, py = x + c.rng.uniform(110, 240), y + c.rng.uniform(90, 310)
        c.disc(px, py, 12, p.CORAL)


def _photos(c: Canvas, x: float, y: float) -> None:
    for index in range(6):
        left, top = x + 30 + index % 2 * 152, y + 24 + index // 2 * 122
        c.rect(left, top, 136, 104, p.mix(p.SAND, p.BARK, 0.15), 4)
        c.rect(left + 10, top + 10, 116, 84, p.mix(p.SAND, p.WHITE, 0.5))
        c.poly([(left + 10, top + 94), (left + 60, top + 46), (left + 126, top + 94)], p.mix(p.BARK, p.SAND, 0.4))
        c.disc(left + 94, top + 36, 12, p.mix(p.AMBER, p.SAND, 0.4))


def _timeline(c: Canvas, x: float, y: float) -> None:
    c.line([(x + 60, y + 40), (x + 60, y + 360)], p.INK, 7)
    for index in range(5):
        top = y + 56 + index * 72
        c.disc(x + 60, top, 17, (p.CORAL, p.TEAL, p.SUN)[index % 3])
        c.rect(x + 100, top - 16, c.rng.uniform(140, 210), 12, p.GREY, 6)
        c.rect(x + 100, top + 6, c.rng.uniform(80, 170), 10, p.FOG, 5)
