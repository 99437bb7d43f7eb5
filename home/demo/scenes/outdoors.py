"""Sky, hills, trees, flags: what stands outside in the drawings."""

from math import cos, pi, sin

from home.demo.scenes import palette as p
from home.demo.scenes.canvas import HEIGHT, WIDTH, Canvas
from home.demo.scenes.palette import Colour, Light


def sky(c: Canvas, light: Light | None = None) -> Light:
    """Fill the sheet with a sky, a sun and clouds; return its light."""
    light = light or c.rng.choice(p.LIGHTS)
    c.gradient(light.top, light.low, 0, 760)
    c.rect(0, 760, WIDTH, HEIGHT - 760, light.low)
    x, y = c.rng.uniform(180, 1420), c.rng.uniform(120, 220)
    c.glow(x, y, 420, p.WHITE, 190)
    c.disc(x, y, 62, p.mix(p.SUN, p.WHITE, 0.35))
    for _ in range(c.rng.randint(3, 5)):
        cloud(c, c.rng.uniform(0, WIDTH), c.rng.uniform(60, 330), c.rng.uniform(60, 120))
    return light


def cloud(c: Canvas, x: float, y: float, r: float) -> None:
    """Draw one flat-bottomed cloud."""
    for dx, dy, size in ((-0.9, 0.1, 0.5), (-0.2, -0.2, 0.72), (0.6, 0, 0.58)):
        c.disc(x + dx * r, y + dy * r, size * r, p.WHITE)
    c.rect(x - r * 1.4, y + r * 0.12, r * 2.7, r * 0.48, p.WHITE, r * 0.24)


def hills(c: Canvas, light: Light, base: float = 640) -> None:
    """Draw three ranges of hills, the far ones paler."""
    for layer in range(3):
        colour = p.mix(light.hill, p.MOSS, layer * 0.26)
        height = base - 110 + layer * 62
        phase, wave = c.rng.uniform(0, 6), c.rng.uniform(230, 400)
        crest = [(x, height + sin(x / wave + phase) * 52 + sin(x / 97 + phase) * 12) for x in range(0, WIDTH + 40, 40)]
        c.poly([*crest, (WIDTH + 40, HEIGHT), (0, HEIGHT)], colour)


def ground(c: Canvas, y: float, colour: Colour) -> None:
    """Fill the sheet below `y` with a lawn or a yard."""
    c.gradient(colour, p.mix(colour, p.INK, 0.14), y, HEIGHT - y)


def tree(c: Canvas, x: float, y: float, h: float, leaves: Colour) -> None:
    """Draw a round tree standing at (x, y)."""
    c.oval(x, y, h * 0.25, h * 0.03, p.INK, 40)
    c.poly(
        [(x - h * 0.035, y), (x + h * 0.035, y), (x + h * 0.02, y - h * 0.5), (x - h * 0.02, y - h * 0.5)],
        p.BARK,
    )
    dark = p.mix(leaves, p.FOREST, 0.35)
    for dx, dy, r in ((-0.16, -0.55, 0.19), (0.17, -0.57, 0.2), (0, -0.76, 0.23)):
        c.disc(x + dx * h, y + dy * h, r * h, dark)
    for dx, dy, r in ((-0.19, -0.59, 0.15), (0.12, -0.62, 0.16), (-0.03, -0.8, 0.18)):
        c.disc(x + dx * h, y + dy * h, r * h, leaves)


def pine(c: Canvas, x: float, y: float, h: float, colour: Colour = p.FOREST) -> None:
    """Draw a fir or pine standing at (x, y)."""
    c.rect(x - h * 0.025, y - h * 0.2, h * 0.05, h * 0.2, p.BARK)
    for level in range(3):
        top = y - h + level * h * 0.24
        half = h * (0.15 + level * 0.055)
        shade = p.mix(colour, p.MINT, 0.12 * (2 - level))
        c.poly([(x, top), (x + half, top + h * 0.36), (x - half, top + h * 0.36)], shade)


def birch(c: Canvas, x: float, y: float, h: float, leaves: Colour) -> None:
    """Draw a birch with a white marked trunk."""
    c.line([(x, y), (x + h * 0.02, y - h * 0.62)], p.WHITE, h * 0.035)
    for step in range(6):
        mark = y - h * (0.07 + step * 0.09)
        c.line([(x - h * 0.01, mark), (x + h * 0.012, mark)], p.INK, h * 0.008)
    for step in range(26):
        dx, dy = c.rng.uniform(-1, 1), c.rng.uniform(-0.98, -0.42)
        reach = 0.2 * (1 - abs(dy + 0.66) * 1.9)
        shade = p.mix(leaves, p.CORAL, c.rng.uniform(0, 0.4) * (1 - step / 40))
        c.oval(x + dx * h * reach, y + dy * h, h * 0.07, h * 0.085, shade)


def bush(c: Canvas, x: float, y: float, r: float, colour: Colour) -> None:
    """Draw a low bush, sometimes in flower."""
    for dx, size in ((-0.8, 0.7), (0.8, 0.75), (0, 1.0)):
        c.slice(x + dx * r, y, size * r, 180, 360, p.mix(colour, p.FOREST, 0.2 * abs(dx)))
    for _ in range(7):
        angle, reach = c.rng.uniform(pi, 2 * pi), c.rng.uniform(0.2, 0.85) * r
        bloom = c.rng.choice((p.ROSE, p.SUN, p.WHITE))
        c.disc(x + cos(angle) * reach, y + sin(angle) * reach, r * 0.07, bloom)


def bunting(
    c: Canvas,
    start: tuple[float, float],
    end: tuple[float, float],
    colours: tuple[Colour, ...],
    size: float = 34,
) -> None:
    """Hang a line of small flags between two points."""
    count = max(5, int(abs(end[0] - start[0]) / (size * 1.45)))
    rope = []
    for step in range(count + 1):
        share = step / count
        sag = sin(share * pi) * abs(end[0] - start[0]) * 0.07
        rope.append((start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share + sag))
    c.line(rope, p.INK, 2.5)
    for step in range(count):
        x, y = rope[step]
        colour = colours[step % len(colours)]
        c.poly([(x, y), (x + size, y + 3), (x + size / 2, y + size * 1.15)], colour)


def flag_vn(c: Canvas, x: float, y: float, height: float, foot: float) -> None:
    """Draw a flagpole with the Vietnamese flag; y is its top."""
    _pole(c, x, y, foot)
    _cloth(c, x, y, height, [p.RED])
    c.star(x + height * 0.76, y + height * 0.56, height * 0.27, p.YELLOW)


def flag_ru(c: Canvas, x: float, y: float, height: float, foot: float) -> None:
    """Draw a flagpole with the Russian flag; y is its top."""
    _pole(c, x, y, foot)
    _cloth(c, x, y, height, list(p.WHITE_BLUE_RED))


def _pole(c: Canvas, x: float, y: float, foot: float) -> None:
    c.line([(x, y - 12), (x, foot)], p.FOG, 9)
    c.line([(x + 2, y - 12), (x + 2, foot)], p.GREY, 3)
    c.disc(x, y - 16, 9, p.SUN)


def _cloth(c: Canvas, x: float, y: float, h: float, stripes: list[Colour]) -> None:
    part, width = h / len(stripes), h * 1.5
    for index, colour in enumerate(stripes):
        top = y + index * part
        upper = [(x + 5 + width * s / 12, top + sin(s / 2.2) * h * 0.06) for s in range(13)]
        lower = [(px, py + part + 0.5) for px, py in reversed(upper)]
        c.poly(upper + lower, colour)
