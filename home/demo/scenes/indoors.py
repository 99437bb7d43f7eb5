"""Rooms and furniture of the drawings."""

from home.demo.scenes import palette as p
from home.demo.scenes.canvas import HEIGHT, WIDTH, Canvas
from home.demo.scenes.palette import Colour


def room(c: Canvas, floor: float = 800) -> None:
    """Paint a wall, a skirting board and a floor."""
    deep, pale = c.rng.choice(p.WALLS)
    c.gradient(pale, deep, 0, floor)
    c.rect(0, floor - 190, WIDTH, 190, p.mix(deep, p.WOOD, 0.16))
    c.rect(0, floor - 196, WIDTH, 8, p.WHITE)
    c.gradient(p.mix(p.WOOD, p.SAND, 0.6), p.mix(p.WOOD, p.SAND, 0.15), floor, HEIGHT - floor)
    for index in range(-8, 25):
        x = index * 110
        c.line([(x, floor), (800 + (x - 800) * 1.7, HEIGHT)], p.mix(p.WOOD, p.SAND, 0.25), 2)
    c.rect(0, floor - 10, WIDTH, 16, p.mix(p.BARK, p.WOOD, 0.5))


def window(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """Draw a window with sky and hills in it."""
    c.rect(x - 14, y - 14, w + 28, h + 28, p.WHITE, 8)
    c.rect(x, y, w, h, p.SKY)
    c.oval(x + w * 0.7, y + h * 0.26, w * 0.11, w * 0.11, p.mix(p.SUN, p.WHITE, 0.5))
    for start, top, colour in ((0.0, 0.62, p.MINT), (0.35, 0.72, p.LEAF)):
        points = [(x + w * start, y + h), (x + w * (start + 0.3), y + h * top)]
        points += [(x + w * min(1, start + 0.65), y + h * 0.86), (x + w, y + h)]
        c.poly(points, colour)
    c.rect(x, y + h * 0.86, w, h * 0.14, p.LEAF)
    c.rect(x + w / 2 - 5, y, 10, h, p.WHITE)
    c.rect(x, y + h * 0.42, w, 10, p.WHITE)
    c.rect(x - 24, y + h + 10, w + 48, 16, p.mix(p.WOOD, p.WHITE, 0.5), 6)


def sunbeam(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """Let the light of a window fall across the room."""
    c.poly([(x, y), (x + w, y), (x + w + 330, y + h), (x + 330, y + h)], p.WHITE, 38)


def blackboard(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """Draw an empty green board with its ledge."""
    c.rect(x + 8, y + 12, w, h, p.INK, 14, 40)
    c.rect(x - 16, y - 16, w + 32, h + 32, p.WOOD, 14)
    c.rect(x, y, w, h, p.FOREST, 6)
    c.poly([(x + w * 0.1, y), (x + w * 0.34, y), (x + w * 0.16, y + h), (x, y + h), (x, y + h * 0.5)], p.MOSS, 90)
    c.rect(x + w * 0.2, y + h + 8, w * 0.6, 16, p.BARK, 6)
    c.rect(x + w * 0.3, y + h + 2, 40, 9, p.WHITE, 4)
    c.rect(x + w * 0.36, y + h + 2, 26, 9, p.SUN, 4)


def desk(c: Canvas, x: float, y: float, w: float, h: float, top: Colour = p.WOOD) -> None:
    """Draw a table with its upper edge at y."""
    for leg in (x + w * 0.06, x + w * 0.9):
        c.rect(leg, y + 10, w * 0.04 + 6, h, p.mix(top, p.INK, 0.35))
    c.rect(x, y + 12, w, h * 0.32, p.mix(top, p.INK, 0.16))
    c.rect(x - 12, y, w + 24, 22, p.mix(top, p.WHITE, 0.22), 8)


def plant(c: Canvas, x: float, y: float, h: float) -> None:
    """Draw a pot plant standing at (x, y)."""
    for turn in (-0.42, -0.22, 0, 0.2, 0.4):
        tip = (x + turn * h * 1.1, y - h * (0.98 - abs(turn) * 0.7))
        side = (x + turn * h * 0.3 - h * 0.09, y - h * 0.55)
        other = (x + turn * h * 0.3 + h * 0.09, y - h * 0.55)
        colour = p.LEAF if turn > 0 else p.MOSS
        c.poly([(x, y - h * 0.25), side, tip, other], colour)
    c.poly(
        [(x - h * 0.2, y - h * 0.34), (x + h * 0.2, y - h * 0.34), (x + h * 0.14, y), (x - h * 0.14, y)],
        p.CORAL,
    )
    c.rect(x - h * 0.22, y - h * 0.38, h * 0.44, h * 0.09, p.BRICK, 4)


def books(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """Stand a row of books of different sizes on a shelf at y."""
    colours = (p.CORAL, p.TEAL, p.SUN, p.NAVY, p.ROSE, p.MINT, p.PLUM, p.SAND, p.BRICK)
    place = x
    while place < x + w - h * 0.2:
        thick = c.rng.uniform(0.14, 0.28) * h
        tall = c.rng.uniform(0.66, 0.95) * h
        colour = c.rng.choice(colours)
        c.rect(place, y - tall, thick - 3, tall, colour, 4)
        band = p.mix(colour, p.WHITE, 0.55)
        c.rect(place, y - tall * 0.84, thick - 3, tall * 0.06, band)
        c.rect(place, y - tall * 0.24, thick - 3, tall * 0.1, band)
        place += thick
        if c.rng.random() < 0.07:
            place += h * 0.3


def book_stack(c: Canvas, x: float, y: float, w: float, count: int) -> None:
    """Lay books on top of each other; y is the table."""
    for level in range(count):
        colour = c.rng.choice((p.CORAL, p.TEAL, p.SUN, p.NAVY, p.PLUM, p.LEAF))
        shift = c.rng.uniform(-0.08, 0.08) * w
        thick = w * 0.16
        top = y - thick * (level + 1)
        c.rect(x - w / 2 + shift, top, w, thick, colour, 6)
        c.rect(x - w * 0.46 + shift, top + thick * 0.24, w * 0.96, thick * 0.52, p.CREAM)
        c.rect(x - w / 2 + shift, top, w * 0.1, thick, colour, 6)


def shelf(c: Canvas, x: float, y: float, w: float, h: float, rows: int) -> None:
    """Draw a bookcase full of books."""
    c.rect(x + 10, y + 12, w, h, p.INK, 10, 40)
    c.rect(x, y, w, h, p.BARK, 10)
    c.rect(x + 14, y + 14, w - 28, h - 28, p.mix(p.BARK, p.INK, 0.45))
    step = (h - 28) / rows
    for row in range(rows):
        base = y + 14 + step * (row + 1)
        books(c, x + 20, base - 12, w - 40, step - 24)
        c.rect(x + 8, base - 12, w - 16, 14, p.WOOD)


def picture_frame(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """Hang a small landscape on the wall."""
    c.rect(x - 9, y - 9, w + 18, h + 18, p.WOOD, 4)
    c.rect(x, y, w, h, p.CREAM)
    c.disc(x + w * 0.7, y + h * 0.34, h * 0.14, p.CORAL)
    c.poly([(x, y + h), (x + w * 0.35, y + h * 0.4), (x + w * 0.72, y + h)], p.TEAL)
    c.poly([(x + w * 0.4, y + h), (x + w * 0.7, y + h * 0.6), (x + w, y + h)], p.MINT)


def clock(c: Canvas, x: float, y: float, r: float) -> None:
    """Hang a round clock on the wall."""
    c.disc(x + 4, y + 6, r, p.INK, 50)
    c.disc(x, y, r, p.INK)
    c.disc(x, y, r * 0.86, p.WHITE)
    c.line([(x, y), (x, y - r * 0.6)], p.INK, r * 0.1)
    c.line([(x, y), (x + r * 0.42, y + r * 0.2)], p.CORAL, r * 0.1)


def pendant(c: Canvas, x: float, drop: float, r: float) -> None:
    """Hang a lamp from the ceiling and let it shine."""
    c.line([(x, 0), (x, drop)], p.INK, 4)
    c.glow(x, drop + r, r * 4, p.SUN, 60)
    c.slice(x, drop + r, r, 180, 360, p.CORAL)
    c.slice(x, drop + r, r * 0.4, 0, 180, p.CREAM)
