"""Work and walks in the open air."""

from dataclasses import replace

from home.demo.scenes import palette as p
from home.demo.scenes.canvas import HEIGHT, WIDTH, Canvas
from home.demo.scenes.outdoors import birch, cloud, ground, hills, pine, sky, tree
from home.demo.scenes.palette import Colour
from home.demo.scenes.people import Look, person, random_look


def tree_planting(c: Canvas) -> None:
    """Pupils plant young trees on a slope."""
    hills(c, sky(c), 560)
    for place in (70, 210, 1400, 1540):
        pine(c, place, 730, c.rng.uniform(250, 380))
    ground(c, 700, p.LEAF)
    for _ in range(60):
        x, y = c.rng.uniform(0, WIDTH), c.rng.uniform(740, HEIGHT)
        c.line([(x, y), (x + 5, y - 20)], p.MOSS, 4)
    for index in range(3):
        x, y = 330 + index * 470, 900 + c.rng.uniform(-20, 40)
        _sapling(c, x, y)
        person(c, x - 130, y + 20, 360, replace(random_look(c), arms="hold"))
        person(c, x + 130, y + 30, 350, replace(random_look(c), arms="hold"))
        _shovel(c, x + 178, y + 34)
    _can(c, 560, 1000)


def _sapling(c: Canvas, x: float, y: float) -> None:
    c.oval(x, y, 92, 24, p.BARK)
    c.oval(x, y - 4, 60, 14, p.mix(p.BARK, p.INK, 0.4))
    c.line([(x, y), (x + 4, y - 190)], p.BARK, 9)
    for dx, dy in ((-30, -120), (34, -140), (-28, -170), (30, -196), (2, -226)):
        c.oval(x + dx, y + dy, 34, 20, c.rng.choice((p.LEAF, p.MINT, p.MOSS)))


def _shovel(c: Canvas, x: float, y: float) -> None:
    c.line([(x, y - 230), (x + 10, y - 50)], p.WOOD, 11)
    c.poly([(x - 22, y - 60), (x + 40, y - 64), (x + 36, y - 14), (x + 10, y + 8), (x - 18, y - 12)], p.GREY)


def _can(c: Canvas, x: float, y: float) -> None:
    c.line([(x + 50, y - 50), (x + 112, y - 100)], p.CORAL, 16)
    c.ring(x - 50, y - 56, 38, p.BRICK, 9)
    c.rect(x - 54, y - 100, 110, 100, p.CORAL, 12)


def garden(c: Canvas) -> None:
    """Beds of herbs with name plates, pupils watering them."""
    hills(c, sky(c), 470)
    for place in (60, 1540):
        tree(c, place, 640, 380, p.MOSS)
    ground(c, 590, p.mix(p.LEAF, p.SUN, 0.2))
    for index in range(20):
        c.rect(index * 84, 530, 44, 90, p.WHITE, 8)
    c.rect(0, 556, WIDTH, 14, p.WHITE)
    for index in range(3):
        x = 300 + index * 470
        person(c, x + c.rng.uniform(-40, 40), 740, 320, replace(random_look(c), arms="hold"))
    for row in range(3):
        _bed(c, 660 + row * 135, 70 - row * 50, 60 + row * 20)


def _bed(c: Canvas, y: float, x: float, h: float) -> None:
    c.poly([(x + 20, y), (WIDTH - x - 20, y), (WIDTH - x, y + h * 1.5), (x, y + h * 1.5)], p.BARK)
    leaf: tuple[Colour, ...] = (p.LEAF, p.MINT, p.MOSS, p.PLUM)
    count = 15
    for index in range(count):
        px = x + 60 + index * (WIDTH - 2 * x - 120) / (count - 1)
        colour = leaf[(index // 4) % 4]
        for dx in (-0.42, 0, 0.42):
            c.oval(px + dx * h, y + h * 0.5 - abs(dx) * -16, h * 0.26, h * 0.5, colour)
        if index % 4 == 2:
            c.rect(px - 5, y + h * 0.6, 10, h * 0.8, p.WOOD)
            c.rect(px - h * 0.62, y + h * 0.55, h * 1.24, h * 0.48, p.CREAM, 6)
            c.rect(px - h * 0.4, y + h * 0.72, h * 0.8, 8, p.GREY, 4)


def stargazing(c: Canvas) -> None:
    """A night sky with a big moon, pupils around a telescope."""
    c.gradient(p.rgb("182c4c"), p.rgb("5f7fa3"), 0, 800)
    for _ in range(150):
        x, y = c.rng.uniform(0, WIDTH), c.rng.uniform(0, 600)
        c.disc(x, y, c.rng.choice((1.6, 2.2, 3.4)), p.CREAM, c.rng.randint(120, 255))
    moon = c.rng.uniform(1050, 1350)
    c.glow(moon, 240, 430, p.CREAM, 120)
    c.disc(moon, 240, 120, p.rgb("fbe9b7"))
    for dx, dy, r in ((-40, -30, 26), (36, 20, 34), (-20, 56, 18), (50, -52, 14)):
        c.disc(moon + dx, 240 + dy, r, p.SAND)
    for layer, colour in enumerate((p.rgb("3a5a78"), p.rgb("2a4663"), p.rgb("1d3349"))):
        points = [(x, 690 + layer * 70 + c.rng.uniform(-34, 34)) for x in range(0, 1700, 100)]
        c.poly([*points, (1700, HEIGHT), (0, HEIGHT)], colour)
    for place in (60, 170, 1500):
        pine(c, place, 860, c.rng.uniform(280, 400), p.rgb("16283a"))
    _telescope(c, 800, 930)
    for x, y in ((560, 950), (430, 990), (1010, 960), (1160, 1000), (300, 940)):
        person(c, x, y, 330, replace(random_look(c), arms="wave" if x > 900 else "down"))


def _telescope(c: Canvas, x: float, y: float) -> None:
    for dx in (-100, 0, 100):
        c.line([(x, y - 190), (x + dx, y)], p.WOOD, 13)
    c.line([(x - 110, y - 150), (x + 130, y - 330)], p.CREAM, 62)
    c.line([(x + 84, y - 296), (x + 138, y - 336)], p.CORAL, 74)
    c.line([(x - 130, y - 136), (x - 96, y - 160)], p.INK, 36)
    c.disc(x, y - 196, 24, p.INK)


def lanterns(c: Canvas) -> None:
    """An evening yard hung with paper lanterns, pupils carry star lamps."""
    c.gradient(p.rgb("2b2f5c"), p.rgb("c9705c"), 0, 820)
    c.glow(1300, 200, 360, p.CREAM, 130)
    c.disc(1300, 200, 110, p.rgb("fbe9b7"))
    ground(c, 790, p.rgb("6b4a55"))
    for place in (40, 190, 1420, 1570):
        tree(c, place, 820, c.rng.uniform(360, 470), p.rgb("3d4a63"))
    for row in range(2):
        for index in range(8):
            x = 90 + index * 204 + row * 90
            y = 90 + row * 150 + c.rng.uniform(0, 60)
            c.line([(x, 0), (x, y)], p.INK, 3)
            _lantern(c, x, y + 44, 44, c.rng.choice((p.CORAL, p.SUN, p.RED, p.ROSE)))
    for index in range(8):
        x, y = 150 + index * 186, 940 + c.rng.uniform(-20, 70)
        look = replace(random_look(c), arms="wave")
        person(c, x, y, 330, look)
        _star_lamp(c, x + 86, y - 360)


def _lantern(c: Canvas, x: float, y: float, r: float, colour: Colour) -> None:
    c.glow(x, y, r * 2.6, p.SUN, 110)
    c.oval(x, y, r, r * 0.86, colour)
    for dx in (-0.55, 0, 0.55):
        c.oval(x + dx * r, y, r * 0.06, r * 0.8 * (1 - abs(dx) * 0.4), p.mix(colour, p.INK, 0.2))
    c.rect(x - r * 0.4, y - r, r * 0.8, r * 0.2, p.BARK, 4)
    c.rect(x - r * 0.4, y + r * 0.78, r * 0.8, r * 0.2, p.BARK, 4)
    c.line([(x, y + r), (x, y + r * 1.5)], p.SUN, 6)


def _star_lamp(c: Canvas, x: float, y: float) -> None:
    c.line([(x, y), (x, y + 90)], p.WOOD, 6)
    c.glow(x, y, 110, p.SUN, 130)
    c.star(x, y, 52, p.RED)
    c.star(x, y, 32, p.SUN)


def autumn_park(c: Canvas) -> None:
    """A walk along a birch alley with falling leaves."""
    c.gradient(p.rgb("a9d3e0"), p.rgb("fdf0d5"), 0, 700)
    for _ in range(4):
        cloud(c, c.rng.uniform(0, WIDTH), c.rng.uniform(60, 240), c.rng.uniform(50, 100))
    hills(c, p.Light(p.SKY, p.CREAM, p.rgb("c9b36b")), 540)
    ground(c, 680, p.rgb("c7ad5c"))
    c.poly([(760, 680), (850, 680), (1250, 1067), (330, 1067)], p.SAND)
    for step in range(4):
        for side in (-1, 1):
            x = 805 + side * (130 + step * 175 + c.rng.uniform(-20, 20))
            birch(c, x, 720 + step * 75, 420 + step * 110, c.rng.choice((p.SUN, p.AMBER, p.CORAL)))
    for left, foot, h in (
        (740, 860, 250),
        (860, 880, 260),
        (640, 990, 320),
        (810, 1010, 330),
        (980, 1000, 325),
    ):
        look: Look = random_look(c, (p.CORAL, p.TEAL, p.SUN, p.BLUE, p.PLUM), p.HAIRS_LIGHT)
        person(c, left, foot, h, replace(look, scarf=c.rng.choice((p.WHITE, p.SUN, p.BRICK)), skirt=False))
    for _ in range(70):
        x, y = c.rng.uniform(0, WIDTH), c.rng.uniform(120, HEIGHT)
        c.oval(x, y, 13, 8, c.rng.choice((p.SUN, p.AMBER, p.CORAL, p.BRICK)))
