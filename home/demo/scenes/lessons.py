"""Lessons: classroom, mathematics, laboratory, computers, languages."""

from dataclasses import replace
from math import cos, pi, sin

from home.demo.scenes import palette as p
from home.demo.scenes.canvas import WIDTH, Canvas
from home.demo.scenes.indoors import (
    blackboard,
    book_stack,
    clock,
    desk,
    plant,
    room,
    shelf,
    sunbeam,
    window,
)
from home.demo.scenes.palette import Colour
from home.demo.scenes.people import Look, half, person, random_look


def _teacher(c: Canvas, arms: str = "point") -> Look:
    return replace(random_look(c, (p.CORAL, p.TEAL, p.PLUM)), arms=arms, long_hair=True)


def _rows(c: Canvas, first: float, rows: int = 2) -> None:
    for row in range(rows):
        y, height = first + row * 120, 330 + row * 80
        for index in range(5 - row):
            gap = WIDTH / (5 - row)
            x = gap * (index + 0.5)
            half(c, x, y, height, replace(random_look(c), back=True))
            desk(c, x - gap * 0.4, y, gap * 0.8, 220)


def classroom(c: Canvas) -> None:
    """A teacher at the board, pupils at their desks from behind."""
    room(c, 760)
    window(c, 70, 130, 230, 330)
    sunbeam(c, 90, 470, 190, 560)
    blackboard(c, 420, 120, 830, 390)
    for index, width in enumerate((420, 520, 300)):
        c.rect(480, 190 + index * 84, width, 12, p.FOG, 6, 190)
        c.rect(480, 226 + index * 84, width * 0.62, 12, p.SUN if index == 1 else p.FOG, 6, 150)
    clock(c, 1430, 170, 62)
    plant(c, 1450, 750, 230)
    person(c, 1000, 790, 480, _teacher(c))
    _rows(c, 880)


def maths(c: Canvas) -> None:
    """A board full of geometry and formulas, a pupil explaining them."""
    room(c, 850)
    blackboard(c, 140, 100, 1320, 610)
    _triangle(c, 290, 560)
    _parabola(c, 1130, 470)
    for x, y, words in (
        (760, 200, "cos A = b : c"),
        (800, 300, "y = (x - 1)(x - 3)"),
        (390, 660, "S = a · b : 2"),
    ):
        c.text(x, y, words, 58, p.WHITE)
    c.text(1190, 650, "x = 2 ± 1", 52, p.SUN)
    look = replace(random_look(c), arms="point")
    person(c, 730, 1010, 600, look)
    desk(c, 1140, 850, 380, 190)
    book_stack(c, 1240, 850, 170, c.rng.randint(2, 4))
    _compass(c, 1420, 850)


def _triangle(c: Canvas, x: float, y: float) -> None:
    corners = [(x, y), (x + 300, y), (x, y - 380)]
    c.poly(corners, p.TEAL, 90)
    c.line([*corners, corners[0]], p.WHITE, 8)
    c.line([(x, y - 42), (x + 42, y - 42), (x + 42, y)], p.SUN, 6)
    for dx, dy, name in ((-36, -190, "a"), (150, 40, "b"), (186, -220, "c")):
        c.text(x + dx, y + dy, name, 52, p.SUN)


def _parabola(c: Canvas, x: float, y: float) -> None:
    c.line([(x - 90, y), (x + 270, y)], p.FOG, 5)
    c.line([(x, y + 110), (x, y - 300)], p.FOG, 5)
    curve = [(x + 90 + t * 9, y + 74 - t * t * 0.9) for t in range(-20, 21)]
    c.line(curve, p.CORAL, 9)
    for t in (-9, 9):
        c.disc(x + 90 + t * 9, y, 12, p.SUN)


def _compass(c: Canvas, x: float, y: float) -> None:
    c.line([(x, y - 150), (x - 44, y - 4)], p.GREY, 10)
    c.line([(x, y - 150), (x + 44, y - 4)], p.CORAL, 10)
    c.disc(x, y - 154, 17, p.INK)


def laboratory(c: Canvas) -> None:
    """Pupils in white coats around flasks, tubes and a microscope."""
    room(c, 780)
    window(c, 110, 130, 260, 330)
    shelf(c, 1180, 110, 330, 400, 2)
    _molecule(c, 760, 250)
    for x in (330, 700, 1090):
        half(c, x, 770, 640, replace(random_look(c, (p.WHITE,)), arms="hold"))
    desk(c, 60, 770, 1480, 260, p.MINT)
    _flask(c, 500, 770, 190, p.CORAL)
    _tubes(c, 820, 770)
    _microscope(c, 1300, 770)
    _flask(c, 200, 770, 150, p.TEAL)
    _flask(c, 1000, 770, 110, p.SUN)


def _molecule(c: Canvas, x: float, y: float) -> None:
    points = [(x + 105 * cos(pi * k / 3), y + 105 * sin(pi * k / 3)) for k in range(6)]
    c.line([*points, points[0]], p.mix(p.TEAL, p.WHITE, 0.45), 9)
    for index, (px, py) in enumerate(points):
        c.disc(px, py, 26, (p.CORAL, p.SUN, p.TEAL)[index % 3])


def _flask(c: Canvas, x: float, y: float, h: float, liquid: Colour) -> None:
    outer = [
        (x - h * 0.11, y - h),
        (x + h * 0.11, y - h),
        (x + h * 0.11, y - h * 0.58),
        (x + h * 0.4, y - h * 0.05),
        (x + h * 0.34, y),
        (x - h * 0.34, y),
        (x - h * 0.4, y - h * 0.05),
        (x - h * 0.11, y - h * 0.58),
    ]
    c.poly(outer, p.WHITE, 170)
    c.poly(
        [
            (x - h * 0.24, y - h * 0.34),
            (x + h * 0.24, y - h * 0.34),
            (x + h * 0.38, y - h * 0.06),
            (x + h * 0.32, y - 3),
            (x - h * 0.32, y - 3),
            (x - h * 0.38, y - h * 0.06),
        ],
        liquid,
    )
    c.rect(x - h * 0.15, y - h * 1.03, h * 0.3, h * 0.06, p.WHITE, 5)
    for _ in range(6):
        c.disc(x + c.rng.uniform(-0.16, 0.16) * h, y - c.rng.uniform(0.06, 0.28) * h, h * 0.025, p.WHITE, 150)
        c.disc(x + c.rng.uniform(-0.06, 0.06) * h, y - c.rng.uniform(0.42, 1.4) * h, h * 0.03, liquid, 120)


def _tubes(c: Canvas, x: float, y: float) -> None:
    for index, colour in enumerate((p.PLUM, p.SUN, p.LEAF, p.CORAL)):
        left = x - 92 + index * 50
        c.rect(left, y - 150, 30, 140, p.WHITE, 14, 190)
        level = c.rng.uniform(50, 100)
        c.rect(left, y - 12 - level, 30, level, colour, 12)
    c.rect(x - 112, y - 96, 220, 20, p.WOOD, 6)
    c.rect(x - 112, y - 16, 220, 16, p.BARK, 6)


def _microscope(c: Canvas, x: float, y: float) -> None:
    c.rect(x - 90, y - 28, 190, 28, p.INK, 12)
    c.line([(x + 62, y - 30), (x + 80, y - 150), (x + 20, y - 236)], p.INK, 32)
    c.rect(x - 80, y - 98, 150, 16, p.GREY, 6)
    c.line([(x - 20, y - 118), (x + 22, y - 246)], p.WHITE, 44)
    c.line([(x + 18, y - 236), (x + 40, y - 300)], p.TEAL, 30)
    c.disc(x + 70, y - 120, 18, p.CORAL)


def computers(c: Canvas) -> None:
    """A computer room: screens with charts and code, pupils before them."""
    room(c, 770)
    c.rect(470, 80, 660, 330, p.INK, 14)
    c.rect(486, 96, 628, 298, p.WHITE, 8)
    for index in range(6):
        tall = c.rng.uniform(60, 210)
        colour = (p.TEAL, p.CORAL, p.SUN)[index % 3]
        c.rect(560 + index * 84, 360 - tall, 54, tall, colour, 6)
    plant(c, 1480, 760, 250)
    person(c, 1280, 790, 450, _teacher(c, "wave"))
    for index in range(4):
        x = 210 + index * 392
        desk(c, x - 180, 830, 360, 190)
        _screen(c, x, 826)
    for index in range(4):
        x = 210 + index * 392
        half(c, x + c.rng.uniform(-14, 14), 985, 420, replace(random_look(c), back=True))
        c.rect(x - 88, 985, 176, 90, p.mix(p.NAVY, p.TEAL, 0.4), 30)


def _screen(c: Canvas, x: float, y: float) -> None:
    c.rect(x - 18, y - 46, 36, 46, p.GREY)
    c.rect(x - 64, y - 10, 128, 12, p.GREY, 6)
    c.rect(x - 140, y - 226, 280, 186, p.INK, 12)
    c.rect(x - 128, y - 214, 256, 160, p.mix(p.NAVY, p.TEAL, 0.3), 6)
    for row in range(6):
        indent = c.rng.choice((0, 18, 36))
        colour = c.rng.choice((p.MINT, p.SUN, p.ROSE, p.SKY))
        c.rect(x - 114 + indent, y - 202 + row * 24, c.rng.uniform(50, 150), 9, colour, 4)


def languages(c: Canvas) -> None:
    """Two pupils talking in speech bubbles, a globe between them."""
    c.gradient(p.mix(p.MINT, p.WHITE, 0.5), p.mix(p.SUN, p.WHITE, 0.62))
    for x, y, r in ((160, 220, 230), (1450, 900, 320), (800, 1050, 260)):
        c.disc(x, y, r, p.WHITE, 90)
    _bubble(c, 190, 110, 420, 210, p.CORAL, "Hello!", 1)
    _bubble(c, 960, 90, 460, 240, p.TEAL, "How are you?", -1)
    c.rect(0, 900, WIDTH, 170, p.mix(p.WOOD, p.SAND, 0.5))
    person(c, 360, 1000, 620, replace(random_look(c), arms="wave"))
    person(c, 1240, 1000, 620, replace(random_look(c), arms="hold", long_hair=True))
    desk(c, 600, 790, 400, 230)
    _globe(c, 800, 640, 120)
    book_stack(c, 655, 790, 130, 2)
    book_stack(c, 950, 790, 120, 3)


def _bubble(c: Canvas, x: float, y: float, w: float, h: float, fill: Colour, words: str, side: int) -> None:
    middle = x + w / 2
    c.poly([(middle, y + h - 10), (middle + 80 * side, y + h - 10), (middle + 10 * side, y + h + 80)], fill)
    c.rect(x, y, w, h, fill, 60)
    c.text(middle, y + h / 2, words, 66, p.WHITE)


def _globe(c: Canvas, x: float, y: float, r: float) -> None:
    c.ring(x, y, r * 1.22, p.BARK, 12)
    c.rect(x - 12, y + r * 1.1, 24, 46, p.BARK)
    c.rect(x - 80, y + r * 1.1 + 22, 160, 20, p.BARK, 10)
    c.disc(x, y, r, p.BLUE)
    for dx, dy, rx, ry in ((-0.4, -0.35, 0.38, 0.3), (0.35, -0.1, 0.3, 0.42), (-0.1, 0.55, 0.34, 0.2)):
        c.oval(x + dx * r, y + dy * r, rx * r, ry * r, p.LEAF)
    c.disc(x - r * 0.35, y - r * 0.4, r * 0.3, p.WHITE, 60)
