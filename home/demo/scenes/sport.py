"""Sport and games."""

from dataclasses import replace

from home.demo.scenes import palette as p
from home.demo.scenes.canvas import WIDTH, Canvas
from home.demo.scenes.indoors import desk, room, window
from home.demo.scenes.outdoors import bunting, ground, hills, sky, tree
from home.demo.scenes.palette import Colour
from home.demo.scenes.people import half, head, person, random_look


def running(c: Canvas) -> None:
    """Four runners on a red track, spectators behind."""
    hills(c, sky(c), 480)
    for place in (90, 300, 1330, 1520):
        tree(c, place, 590, c.rng.uniform(220, 320), c.rng.choice((p.LEAF, p.MOSS, p.MINT)))
    ground(c, 560, p.LEAF)
    for index in range(15):
        person(c, 70 + index * 104, 640, 150, replace(random_look(c), arms=c.rng.choice(("up", "wave", "down"))))
    c.rect(0, 640, WIDTH, 10, p.WHITE)
    c.gradient(p.mix(p.CORAL, p.BRICK, 0.3), p.BRICK, 690, 380)
    for lane in range(5):
        c.rect(0, 700 + lane * 88, WIDTH, 6, p.WHITE, alpha=220)
    bunting(c, (0, 90), (800, 110), p.PARTY, 40)
    bunting(c, (800, 110), (1600, 80), p.PARTY, 40)
    for index, colour in enumerate((p.SUN, p.TEAL, p.WHITE, p.BLUE)):
        x = 420 + index * 270 + c.rng.uniform(-60, 60)
        _runner(c, x, 782 + index * 88, 310, colour)


def _runner(c: Canvas, x: float, y: float, h: float, shirt: Colour) -> None:
    look = random_look(c)
    c.oval(x, y, h * 0.26, h * 0.03, p.INK, 60)
    hip, chest = (x, y - h * 0.46), (x + h * 0.09, y - h * 0.74)
    c.line([hip, (x - h * 0.14, y - h * 0.26), (x - h * 0.36, y - h * 0.24)], look.skin, h * 0.08)
    c.line([chest, (x - h * 0.1, y - h * 0.62), (x - h * 0.18, y - h * 0.76)], look.skin, h * 0.06)
    c.line([hip, (x + h * 0.2, y - h * 0.34), (x + h * 0.14, y - h * 0.04)], look.skin, h * 0.085)
    c.line([(x + h * 0.13, y - h * 0.03), (x + h * 0.22, y - h * 0.02)], p.INK, h * 0.06)
    c.line([(x - h * 0.37, y - h * 0.24), (x - h * 0.4, y - h * 0.15)], p.INK, h * 0.06)
    c.line([hip, (x + h * 0.11, y - h * 0.41)], p.NAVY, h * 0.16)
    c.line([(x + h * 0.02, y - h * 0.5), chest], shirt, h * 0.2)
    c.line([chest, (x + h * 0.24, y - h * 0.58), (x + h * 0.36, y - h * 0.7)], look.skin, h * 0.06)
    head(c, x + h * 0.14, y - h * 0.93, h * 0.095, look)


def volleyball(c: Canvas) -> None:
    """Two teams at a net, the ball in the air."""
    hills(c, sky(c), 500)
    for place in (60, 250, 1360, 1540):
        tree(c, place, 640, c.rng.uniform(260, 380), c.rng.choice((p.LEAF, p.MOSS)))
    ground(c, 600, p.LEAF)
    c.poly([(180, 700), (1420, 700), (1600, 1040), (0, 1040)], p.mix(p.AMBER, p.SAND, 0.45))
    c.line([(180, 700), (1420, 700), (1590, 1036), (10, 1036), (180, 700)], p.WHITE, 8)
    places = ((330, 800), (570, 900), (300, 990), (1040, 800), (1290, 880), (1140, 1000))
    for index, (x, y) in enumerate(places):
        shirt = p.CORAL if index < 3 else p.TEAL
        arms = c.rng.choice(("up", "up", "wave", "hold"))
        person(c, x, y, 320, replace(random_look(c, (shirt,)), arms=arms, skirt=False))
    _net(c)
    _ball(c, c.rng.uniform(600, 1000), c.rng.uniform(230, 330), 46)


def _net(c: Canvas) -> None:
    far, near, deep = 730, 870, 190
    c.line([(far, 400), (far, 700)], p.INK, 12)
    c.poly([(far, 420), (near, 470), (near, 470 + deep), (far, 420 + deep * 0.7)], p.WHITE, 80)
    for step in range(7):
        share = step / 6
        x, y = far + (near - far) * share, 420 + 50 * share
        c.line([(x, y), (x, y + deep * (0.7 + 0.3 * share))], p.FOG, 3)
        c.line([(far, 420 + deep * 0.7 * share), (near, 470 + deep * share)], p.FOG, 3)
    c.line([(far, 420), (near, 470)], p.WHITE, 14)
    c.line([(near, 450), (near, 1036)], p.INK, 18)


def _ball(c: Canvas, x: float, y: float, r: float) -> None:
    c.glow(x, y, r * 3, p.WHITE, 120)
    c.disc(x, y, r, p.WHITE)
    c.slice(x, y, r, 200, 320, p.SUN)
    c.slice(x, y, r, 20, 140, p.BLUE)
    c.ring(x, y, r, p.INK, 4)


def chess(c: Canvas) -> None:
    """Two players over a chessboard by a window."""
    room(c, 800)
    window(c, 620, 100, 360, 330)
    half(c, 330, 800, 760, replace(random_look(c), arms="hold"))
    half(c, 1270, 800, 760, replace(random_look(c), arms="hold", long_hair=True))
    desk(c, 100, 800, 1400, 260)
    _board(c, 440, 690, 720)
    for index in range(9):
        white = index % 2 == 0
        x = 500 + index * 74 + c.rng.uniform(-10, 10)
        y = 722 + c.rng.uniform(0, 120)
        _piece(c, x, y, c.rng.uniform(90, 140), p.CREAM if white else p.INK, c.rng.randrange(3))
    c.rect(730, 872, 140, 70, p.BARK, 12)
    for x in (768, 832):
        c.disc(x, 907, 25, p.CREAM)
        c.line([(x, 907), (x + c.rng.uniform(-9, 9), 890)], p.INK, 5)


def _board(c: Canvas, x: float, y: float, w: float) -> None:
    def corner(column: float, row: float) -> tuple[float, float]:
        spread = 1 + row * 0.045
        return x + w / 2 + (column / 8 - 0.5) * w * spread, y + row * 21

    c.poly([corner(-0.4, -0.4), corner(8.4, -0.4), corner(8.4, 8.6), corner(-0.4, 8.6)], p.BARK)
    for row in range(8):
        for column in range(8):
            colour = p.CREAM if (row + column) % 2 == 0 else p.TEAL
            c.poly(
                [
                    corner(column, row),
                    corner(column + 1, row),
                    corner(column + 1, row + 1),
                    corner(column, row + 1),
                ],
                colour,
            )


def _piece(c: Canvas, x: float, y: float, h: float, colour: Colour, kind: int) -> None:
    shade = p.mix(colour, p.GREY, 0.35)
    c.oval(x, y, h * 0.3, h * 0.1, p.INK, 60)
    c.poly(
        [(x - h * 0.24, y), (x + h * 0.24, y), (x + h * 0.09, y - h * 0.6), (x - h * 0.09, y - h * 0.6)],
        colour,
    )
    c.oval(x, y - h * 0.02, h * 0.27, h * 0.08, shade)
    c.rect(x - h * 0.16, y - h * 0.64, h * 0.32, h * 0.07, shade, 4)
    if kind == 0:
        c.disc(x, y - h * 0.78, h * 0.16, colour)
    elif kind == 1:
        c.oval(x, y - h * 0.82, h * 0.13, h * 0.2, colour)
        c.disc(x, y - h * 1.04, h * 0.05, shade)
    else:
        c.rect(x - h * 0.16, y - h * 0.92, h * 0.32, h * 0.3, colour, 4)
        for dx in (-0.16, -0.03, 0.1):
            c.rect(x + dx * h, y - h * 1.0, h * 0.07, h * 0.12, colour)
