"""Cups, papers, machines, meetings."""

from dataclasses import replace
from math import cos, pi, sin

from home.demo.scenes import palette as p
from home.demo.scenes.canvas import HEIGHT, WIDTH, Canvas
from home.demo.scenes.culture import flowers
from home.demo.scenes.indoors import clock, desk, picture_frame, plant, room, window
from home.demo.scenes.outdoors import sky
from home.demo.scenes.palette import Colour
from home.demo.scenes.people import half, person, random_look


def awards(c: Canvas) -> None:
    """Three cups and medals on a pedestal under falling confetti."""
    back = c.rng.choice((p.TEAL, p.NAVY, p.PLUM, p.MOSS))
    c.gradient(p.mix(back, p.INK, 0.25), p.mix(back, p.MINT, 0.5))
    for index in range(14):
        angle = index * pi / 7 + c.rng.uniform(-0.05, 0.05)
        far, wide = 1400, 0.09
        c.poly(
            [
                (800, 520),
                (800 + far * cos(angle), 520 + far * sin(angle)),
                (800 + far * cos(angle + wide * 2), 520 + far * sin(angle + wide * 2)),
            ],
            p.WHITE,
            20,
        )
    c.glow(800, 460, 560, p.SUN, 120)
    for left, top, h in ((240, 840, 230), (610, 740, 330), (990, 880, 190)):
        c.rect(left, top, 380, h + 100, p.CREAM)
        c.rect(left, top, 380, 26, p.WHITE)
    _cup(c, 430, 840, 300, p.FOG)
    _cup(c, 800, 740, 440, p.SUN)
    _cup(c, 1180, 880, 280, p.AMBER)
    for middle, place in ((430, "2"), (800, "1"), (1180, "3")):
        c.text(middle, 990, place, 110, p.TEAL)
    for _ in range(90):
        x, y = c.rng.uniform(0, WIDTH), c.rng.uniform(0, 700)
        c.rect(x, y, c.rng.uniform(10, 22), c.rng.uniform(6, 14), c.rng.choice(p.PARTY), 3)


def _cup(c: Canvas, x: float, y: float, h: float, metal: Colour) -> None:
    dark = p.mix(metal, p.BARK, 0.35)
    for side in (-1, 1):
        c.ring(x + side * h * 0.27, y - h * 0.72, h * 0.16, dark, h * 0.045)
    c.poly(
        [
            (x - h * 0.3, y - h),
            (x + h * 0.3, y - h),
            (x + h * 0.22, y - h * 0.55),
            (x, y - h * 0.4),
            (x - h * 0.22, y - h * 0.55),
        ],
        metal,
    )
    c.poly(
        [
            (x - h * 0.24, y - h),
            (x - h * 0.12, y - h),
            (x - h * 0.08, y - h * 0.5),
            (x - h * 0.18, y - h * 0.6),
        ],
        p.WHITE,
        140,
    )
    c.rect(x - h * 0.33, y - h * 1.03, h * 0.66, h * 0.07, dark, 8)
    c.rect(x - h * 0.04, y - h * 0.45, h * 0.08, h * 0.28, dark)
    c.rect(x - h * 0.16, y - h * 0.2, h * 0.32, h * 0.06, metal, 6)
    c.rect(x - h * 0.22, y - h * 0.15, h * 0.44, h * 0.15, p.BARK, 6)
    c.star(x, y - h * 0.77, h * 0.1, p.WHITE)


def documents(c: Canvas) -> None:
    """A tidy office desk: calendar, papers, pen, cup and clock."""
    c.gradient(p.mix(p.SKY, p.WHITE, 0.35), p.mix(p.MINT, p.WHITE, 0.45), 0, 720)
    clock(c, 1360, 200, 90)
    picture_frame(c, 150, 130, 260, 190)
    _calendar(c, 600, 120)
    c.gradient(p.mix(p.WOOD, p.SAND, 0.5), p.WOOD, 720, 347)
    c.rect(0, 712, WIDTH, 20, p.mix(p.WOOD, p.WHITE, 0.4))
    for x, y, tilt in ((210, 800, -30), (300, 780, 12)):
        c.poly([(x, y), (x + 420, y + tilt), (x + 400, y + 240 + tilt), (x - 40, y + 240)], p.WHITE)
        for row in range(4):
            top = y + 44 + row * 44
            c.line([(x + 50, top), (x + c.rng.uniform(250, 350), top + tilt * 0.7)], p.GREY, 8)
    c.line([(720, 980), (900, 830)], p.CORAL, 20)
    c.line([(720, 980), (700, 996)], p.INK, 10)
    _cup_of_tea(c, 1100, 920)
    plant(c, 1400, 880, 320)


def _calendar(c: Canvas, x: float, y: float) -> None:
    c.rect(x + 8, y + 12, 420, 400, p.INK, 16, 40)
    c.rect(x, y, 420, 400, p.WHITE, 16)
    c.rect(x, y, 420, 84, p.CORAL, 16)
    c.rect(x, y + 50, 420, 40, p.CORAL)
    for ring in (90, 330):
        c.rect(x + ring - 8, y - 26, 16, 60, p.INK, 8)
    chosen = c.rng.randrange(8, 22)
    for day in range(30):
        left, top = x + 34 + day % 7 * 52, y + 118 + day // 7 * 54
        if day == chosen:
            c.disc(left + 18, top + 16, 28, p.SUN)
        c.rect(left, top, 36, 32, p.TEAL if day % 7 < 5 else p.ROSE, 7, 170)


def _cup_of_tea(c: Canvas, x: float, y: float) -> None:
    c.oval(x, y, 130, 24, p.WHITE)
    c.ring(x + 84, y - 66, 38, p.TEAL, 16)
    c.poly([(x - 84, y - 124), (x + 84, y - 124), (x + 62, y - 8), (x - 62, y - 8)], p.TEAL)
    c.oval(x, y - 124, 84, 20, p.mix(p.AMBER, p.BARK, 0.5))
    for dx in (-26, 24):
        c.line([(x + dx, y - 160), (x + dx + 14, y - 196), (x + dx, y - 236)], p.WHITE, 9)


def robots(c: Canvas) -> None:
    """Pupils show a small robot, gears and a model rocket."""
    room(c, 790)
    for x, y, r in ((300, 240, 110), (470, 330, 72), (1330, 230, 96)):
        _gear(c, x, y, r, c.rng.choice((p.SUN, p.TEAL, p.CORAL)))
    for x in (240, 1350):
        half(c, x, 780, 640, replace(random_look(c), arms="hold"))
    half(c, 520, 780, 600, replace(random_look(c), arms="wave"))
    desk(c, 60, 780, 1480, 250, p.MINT)
    _robot(c, 850, 780)
    _rocket(c, 1130, 780, 380)
    for x in (380, 620, 1300):
        c.rect(x, 744, 90, 36, c.rng.choice((p.CORAL, p.SUN, p.PLUM)), 6)
        c.rect(x + 16, 712, 60, 34, c.rng.choice((p.TEAL, p.BLUE, p.ROSE)), 6)


def _gear(c: Canvas, x: float, y: float, r: float, colour: Colour) -> None:
    for tooth in range(10):
        angle = tooth * pi / 5
        c.line([(x, y), (x + r * 1.16 * cos(angle), y + r * 1.16 * sin(angle))], colour, r * 0.26)
    c.disc(x, y, r * 0.94, colour)
    c.disc(x, y, r * 0.5, p.mix(colour, p.WHITE, 0.5))
    c.disc(x, y, r * 0.2, p.INK)


def _robot(c: Canvas, x: float, y: float) -> None:
    for dx in (-84, 30):
        c.disc(x + dx + 26, y - 28, 32, p.INK)
        c.disc(x + dx + 26, y - 28, 13, p.FOG)
    c.line([(x - 96, y - 170), (x - 168, y - 226)], p.GREY, 22)
    c.line([(x + 96, y - 170), (x + 160, y - 110)], p.GREY, 22)
    c.rect(x - 96, y - 216, 192, 172, p.CORAL, 30)
    c.rect(x - 52, y - 180, 104, 74, p.CREAM, 14)
    for index, dx in enumerate((-26, 0, 26)):
        c.disc(x + dx, y - 78, 9, (p.SUN, p.WHITE, p.MINT)[index])
    c.rect(x - 80, y - 352, 160, 122, p.FOG, 34)
    for dx in (-36, 36):
        c.disc(x + dx, y - 296, 23, p.TEAL)
        c.disc(x + dx + 6, y - 302, 8, p.WHITE)
    c.line([(x, y - 352), (x, y - 400)], p.GREY, 9)
    c.disc(x, y - 408, 16, p.SUN)
    c.line([(x - 40, y - 150), (x - 14, y - 128), (x + 12, y - 156), (x + 38, y - 134)], p.TEAL, 7)


def _rocket(c: Canvas, x: float, y: float, h: float) -> None:
    c.poly(
        [(x - h * 0.22, y), (x - h * 0.1, y - h * 0.36), (x + h * 0.1, y - h * 0.36), (x + h * 0.22, y)],
        p.BRICK,
    )
    c.rect(x - h * 0.11, y - h * 0.72, h * 0.22, h * 0.68, p.WHITE, h * 0.04)
    c.poly([(x - h * 0.11, y - h * 0.68), (x, y - h), (x + h * 0.11, y - h * 0.68)], p.CORAL)
    c.disc(x, y - h * 0.5, h * 0.06, p.BLUE)
    c.rect(x - h * 0.11, y - h * 0.3, h * 0.22, h * 0.05, p.SUN)


def meeting(c: Canvas) -> None:
    """Colleagues talk around a table, a chart hangs behind them."""
    room(c, 810)
    window(c, 90, 120, 280, 340)
    c.rect(540, 90, 560, 350, p.INK, 14)
    c.rect(556, 106, 528, 318, p.WHITE, 8)
    heights = [c.rng.uniform(60, 200) for _ in range(6)]
    c.line([(610 + i * 84, 390 - v) for i, v in enumerate(heights)], p.CORAL, 9)
    for index, value in enumerate(heights):
        c.disc(610 + index * 84, 390 - value, 15, p.TEAL)
    plant(c, 1440, 800, 330)
    for x in (250, 540, 830, 1120, 1390):
        arms = c.rng.choice(("hold", "hold", "wave", "down"))
        half(c, x, 800, 540, replace(random_look(c), arms=arms))
    c.oval(800, 900, 800, 150, p.mix(p.WOOD, p.INK, 0.2))
    c.oval(800, 876, 800, 150, p.mix(p.WOOD, p.WHITE, 0.25))
    for index in range(5):
        x = 330 + index * 230
        c.poly([(x, 880), (x + 120, 866), (x + 140, 920), (x + 10, 936)], p.WHITE)
    flowers(c, 800, 822, 70, 12)


def health(c: Canvas) -> None:
    """A school nurse's room: scales, height board, first-aid kit."""
    room(c, 820)
    window(c, 120, 130, 290, 350)
    c.rect(1060, 150, 420, 330, p.WHITE, 14)
    c.rect(1230, 200, 80, 220, p.CORAL, 8)
    c.rect(1160, 270, 220, 80, p.CORAL, 8)
    c.rect(600, 170, 90, 660, p.CREAM, 8)
    for mark in range(14):
        c.rect(600, 200 + mark * 44, 46 if mark % 2 else 28, 6, p.INK)
    c.rect(540, 812, 210, 30, p.GREY, 10)
    person(c, 645, 816, 460, replace(random_look(c), skirt=False))
    c.rect(580, 326, 130, 16, p.TEAL, 8)
    person(c, 880, 900, 560, replace(random_look(c, (p.WHITE,)), arms="hold", long_hair=True))
    person(c, 330, 930, 450, random_look(c))
    desk(c, 1080, 790, 420, 240, p.MINT)
    _kit(c, 1200, 790)
    plant(c, 1420, 790, 190)


def _kit(c: Canvas, x: float, y: float) -> None:
    c.ring(x, y - 120, 30, p.INK, 10)
    c.rect(x - 90, y - 116, 180, 116, p.WHITE, 14)
    c.rect(x - 14, y - 94, 28, 76, p.BRICK, 4)
    c.rect(x - 38, y - 70, 76, 28, p.BRICK, 4)


def crossing(c: Canvas) -> None:
    """Pupils cross a street at a zebra crossing beside a traffic light."""
    sky(c)
    for index in range(9):
        h = c.rng.uniform(180, 360)
        colour = c.rng.choice((p.SAND, p.ROSE, p.MINT, p.SKY, p.CREAM))
        c.rect(index * 184 - 20, 640 - h, 176, h, p.mix(colour, p.GREY, 0.12))
        for row in range(int(h // 90)):
            for column in range(3):
                c.rect(index * 184 + 8 + column * 48, 640 - h + 24 + row * 84, 30, 46, p.WHITE, 4)
    c.rect(0, 630, WIDTH, 70, p.mix(p.SAND, p.GREY, 0.3))
    c.gradient(p.rgb("5d6b74"), p.rgb("47545d"), 700, HEIGHT - 700)
    for index in range(9):
        left = 240 + index * 128
        c.poly(
            [
                (left, 720),
                (left + 70, 720),
                (left + 50 + (left - 800) * 0.12, HEIGHT),
                (left - 40 + (left - 800) * 0.12, HEIGHT),
            ],
            p.WHITE,
        )
    _traffic_light(c, 150, 720)
    for index, x in enumerate((420, 620, 830, 1040, 1260)):
        person(
            c,
            x,
            930 + (index % 2) * 50,
            360,
            replace(random_look(c), arms=c.rng.choice(("wave", "down", "hold"))),
        )


def _traffic_light(c: Canvas, x: float, y: float) -> None:
    c.rect(x - 9, y - 300, 18, 300, p.INK)
    c.rect(x - 52, y - 560, 104, 280, p.INK, 30)
    for index, colour in enumerate((p.rgb("6a3a38"), p.rgb("6e5a2e"), p.LEAF)):
        c.disc(x, y - 510 + index * 88, 34, colour)
    c.glow(x, y - 334, 110, p.LEAF, 120)
