"""School buildings, seen from the yard."""

from dataclasses import replace

from home.demo.scenes import palette as p
from home.demo.scenes.canvas import WIDTH, Canvas
from home.demo.scenes.outdoors import (
    birch,
    bunting,
    bush,
    flag_ru,
    flag_vn,
    ground,
    hills,
    pine,
    sky,
    tree,
)
from home.demo.scenes.palette import Colour
from home.demo.scenes.people import Look, person, random_look, uniform_look


def school_vn(c: Canvas) -> None:
    """A yellow school with tiled roofs, the flag and pupils in the yard."""
    hills(c, sky(c), 520)
    for place in (70, 190, 1420, 1540):
        pine(c, place, 720, c.rng.uniform(260, 380))
    _wing(c, 210, 400, 1180, 350)
    _gate_tower(c, 640, 320, 320, 430)
    ground(c, 750, p.mix(p.SAND, p.CREAM, 0.3))
    c.rect(0, 742, WIDTH, 20, p.LEAF)
    for place in (150, 470, 1130, 1450):
        bush(c, place, 764, c.rng.uniform(50, 74), p.LEAF)
    flag_vn(c, 800, 150, 130, 800)
    c.rect(740, 790, 120, 34, p.FOG, 6)
    bunting(c, (0, 210), (800, 250), p.RED_YELLOW)
    bunting(c, (800, 250), (1600, 200), p.RED_YELLOW)
    for index in range(9):
        x = 110 + index * 170 + c.rng.uniform(-45, 45)
        y = 900 + c.rng.uniform(-20, 110)
        if abs(x - 800) > 70:
            person(c, x, y, 215, uniform_look(c, back=c.rng.random() < 0.3))


def _wing(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    wall = p.rgb("f8d98c")
    c.poly([(x - 30, y), (x + 50, y - 84), (x + w - 50, y - 84), (x + w + 30, y)], p.BRICK)
    for row in range(3):
        edge = y - 18 - row * 24
        c.line([(x - 12 + row * 22, edge), (x + w + 12 - row * 22, edge)], p.CORAL, 4)
    c.rect(x, y, w, h, wall)
    for floor in range(2):
        top = y + 30 + floor * 165
        c.rect(x, top + 122, w, 18, p.WHITE)
        for index in range(11):
            left = x + 24 + index * (w - 30) / 11
            _window(c, left, top, 72, 96)
            c.rect(left - 18, top - 20, 9, 150, p.WHITE)


def _window(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    c.rect(x - 5, y - 5, w + 10, h + 10, p.WHITE, 4)
    c.rect(x, y, w, h, p.mix(p.TEAL, p.SKY, c.rng.uniform(0.2, 0.7)))
    c.poly([(x, y + h), (x + w * 0.6, y), (x + w, y), (x + w * 0.4, y + h)], p.WHITE, 60)
    c.rect(x + w / 2 - 3, y, 6, h, p.WHITE)


def _gate_tower(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    c.rect(x, y, w, h, p.rgb("fbe6b0"))
    c.poly([(x - 30, y + 6), (x + w / 2, y - 110), (x + w + 30, y + 6)], p.BRICK)
    c.poly([(x + 30, y - 8), (x + w / 2, y - 84), (x + w - 30, y - 8)], p.CREAM)
    c.disc(x + w / 2, y - 34, 24, p.CORAL)
    c.star(x + w / 2, y - 34, 15, p.YELLOW)
    for index in range(3):
        _window(c, x + 40 + index * 88, y + 50, 64, 92)
    c.rect(x - 6, y + 190, w + 12, 20, p.WHITE)
    c.slice(x + w / 2, y + 330, 100, 180, 360, p.BARK)
    c.rect(x + w / 2 - 100, y + 328, 200, h - 328, p.BARK)
    for side in (-1, 1):
        c.rect(x + w / 2 + side * 46 - 42, y + 330, 84, h - 330, p.WOOD, 4)


def school_ru(c: Canvas) -> None:
    """A brick school of three floors, the flag, birches and pupils."""
    hills(c, sky(c), 560)
    for place in (60, 180, 1440, 1550):
        pine(c, place, 740, c.rng.uniform(300, 430), p.MOSS)
    _brick_house(c, 250, 300, 1100, 460)
    ground(c, 760, p.mix(p.SAND, p.LEAF, 0.45))
    c.poly([(690, 760), (910, 760), (1130, 1067), (470, 1067)], p.mix(p.SAND, p.GREY, 0.25))
    for place in (330, 540, 1060, 1290):
        bush(c, place, 772, c.rng.uniform(46, 66), p.mix(p.LEAF, p.SUN, c.rng.random() * 0.5))
    birch(c, 130, 860, 560, p.SUN)
    birch(c, 1500, 850, 520, p.AMBER)
    flag_ru(c, 470, 170, 110, 800)
    bunting(c, (200, 250), (800, 300), p.WHITE_BLUE_RED)
    bunting(c, (800, 300), (1400, 250), p.WHITE_BLUE_RED)
    for index in range(7):
        x = 260 + index * 180 + c.rng.uniform(-40, 40)
        look = random_look(c, hairs=p.HAIRS_LIGHT)
        person(c, x, 940 + c.rng.uniform(-40, 70), 220, look)


def _brick_house(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    wall = p.mix(p.BRICK, p.SAND, 0.42)
    c.rect(x, y, w, h, wall)
    c.rect(x - 16, y - 24, w + 32, 30, p.WHITE, 4)
    for floor in range(3):
        top = y + 34 + floor * 140
        for index in range(10):
            if floor < 2 or not 3 < index < 6:
                _window(c, x + 40 + index * 104, top, 78, 92)
        c.rect(x, top + 108, w, 8, p.mix(wall, p.WHITE, 0.45))
    _porch(c, x + w / 2 - 130, y + h - 170, 260, 170)
    c.rect(x + w / 2 - 190, y - 84, 380, 62, wall)
    c.rect(x + w / 2 - 204, y - 96, 408, 18, p.WHITE, 4)
    c.disc(x + w / 2, y - 46, 28, p.WHITE)
    c.line([(x + w / 2, y - 46), (x + w / 2, y - 64)], p.INK, 4)
    c.line([(x + w / 2, y - 46), (x + w / 2 + 12, y - 40)], p.INK, 4)


def _porch(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    c.poly([(x - 40, y), (x + w / 2, y - 66), (x + w + 40, y)], p.WHITE)
    c.poly([(x + 10, y - 10), (x + w / 2, y - 50), (x + w - 10, y - 10)], p.SKY)
    c.rect(x, y, w, h, p.mix(p.SAND, p.WHITE, 0.4))
    for column in (x - 14, x + w / 2 - 12, x + w - 10):
        c.rect(column, y, 24, h, p.WHITE)
    for left in (x + 28, x + w / 2 + 30):
        _door(c, left, y + 30, w / 2 - 60, h - 30, p.TEAL)


def _door(c: Canvas, x: float, y: float, w: float, h: float, colour: Colour) -> None:
    c.rect(x, y, w, h, colour, 4)
    c.rect(x + 10, y + 12, w - 20, h * 0.4, p.SKY, 4)
    c.disc(x + w - 14, y + h * 0.6, 5, p.SUN)


def assembly(c: Canvas, flag_vietnam: bool) -> None:
    """Rows of pupils from behind, a stage with the flag in front of them."""
    hills(c, sky(c), 470)
    for place in (40, 170, 1430, 1560):
        tree(c, place, 620, c.rng.uniform(300, 400), c.rng.choice((p.LEAF, p.MOSS, p.MINT)))
    colours = p.RED_YELLOW if flag_vietnam else p.WHITE_BLUE_RED
    ground(c, 600, p.mix(p.SAND, p.CREAM, 0.4))
    _platform(c, colours)
    hoist = flag_vn if flag_vietnam else flag_ru
    hoist(c, 300, 130, 120, 640)
    bunting(c, (0, 10), (800, 24), colours, 40)
    bunting(c, (800, 24), (1600, 10), colours, 40)
    bunting(c, (380, 268), (1220, 268), colours, 26)
    for row in range(4):
        height = 190 + row * 46
        for index in range(13 - row * 2):
            gap = WIDTH / (13 - row * 2)
            x = gap * (index + 0.5) + c.rng.uniform(-12, 12)
            look = uniform_look(c, back=True) if flag_vietnam else _dark(c)
            person(c, x, 770 + row * 112, height, look)


def _platform(c: Canvas, colours: tuple[Colour, ...]) -> None:
    c.rect(380, 300, 840, 300, colours[0] if colours[0] != p.WHITE else p.BLUE, 10)
    c.rect(404, 322, 792, 250, p.CREAM, 6)
    for index, x in enumerate(range(470, 1160, 66)):
        c.disc(x, 360, 15, colours[index % len(colours)])
    c.rect(340, 570, 920, 60, p.WOOD, 6)
    c.rect(340, 570, 920, 16, p.mix(p.WOOD, p.WHITE, 0.3), 6)
    person(c, 720, 580, 180, random_look(c))
    c.rect(770, 500, 66, 80, p.BARK, 4)
    person(c, 930, 580, 178, random_look(c))
    person(c, 1010, 580, 184, random_look(c))
    for x in range(430, 1200, 110):
        bush(c, x, 632, 34, p.LEAF)


def _dark(c: Canvas) -> Look:
    shirts = (p.NAVY, p.INK, p.WHITE, p.TEAL)
    return replace(random_look(c, shirts, p.HAIRS_LIGHT), back=True)
