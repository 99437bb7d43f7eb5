"""A drawing sheet of 1600 by 1067 units, drawn large and scaled down."""

from collections.abc import Sequence
from io import BytesIO
from math import cos, pi, sin
from random import Random

from PIL import Image, ImageDraw, ImageFont, ImageOps

from home.demo.scenes.palette import Colour

Point = tuple[float, float]
WIDTH, HEIGHT = 1600, 1067
OVERSAMPLING = 2


class Canvas:
    """Draws shapes given in units; `alpha` runs from 0 to 255."""

    def __init__(self, size: tuple[int, int], rng: Random) -> None:
        self.rng = rng
        self.size = size
        large = (size[0] * OVERSAMPLING, size[1] * OVERSAMPLING)
        self.scale = max(large[0] / WIDTH, large[1] / HEIGHT)
        self.left = (large[0] - WIDTH * self.scale) / 2
        self.top = (large[1] - HEIGHT * self.scale) / 2
        self.image = Image.new("RGB", large)
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def at(self, x: float, y: float) -> Point:
        """Turn units into pixels."""
        return self.left + x * self.scale, self.top + y * self.scale

    def box(self, x: float, y: float, w: float, h: float) -> tuple[float, ...]:
        """Turn a rectangle in units into two corners in pixels."""
        return (*self.at(x, y), *self.at(x + w, y + h))

    def gradient(self, upper: Colour, lower: Colour, y: float = 0, h: float = HEIGHT) -> None:
        """Fill the full width between `y` and `y + h`."""
        column = Image.linear_gradient("L").resize((1, 256))
        top, bottom = round(self.at(0, y)[1]), round(self.at(0, y + h)[1])
        size = (self.image.width, max(1, bottom - top))
        mask = column.resize((1, size[1])).resize(size)
        block = Image.composite(Image.new("RGB", size, lower), Image.new("RGB", size, upper), mask)
        self.image.paste(block, (0, top))

    def glow(self, x: float, y: float, radius: float, colour: Colour, alpha: int) -> None:
        """Lay a soft round light over what is there."""
        side = round(radius * 2 * self.scale)
        mask = Image.radial_gradient("L").point(lambda value: max(0, 255 - value * 2) * alpha // 255)
        mask = mask.resize((side, side), Image.Resampling.BILINEAR)
        left, top = self.at(x - radius, y - radius)
        self.image.paste(colour, (round(left), round(top)), mask)

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: Colour,
        radius: float = 0,
        alpha: int = 255,
    ) -> None:
        """Draw a rectangle, rounded by `radius`."""
        shape = self.box(x, y, w, h)
        if radius:
            self.pen.rounded_rectangle(shape, radius * self.scale, (*fill, alpha))
        else:
            self.pen.rectangle(shape, (*fill, alpha))

    def oval(self, x: float, y: float, rx: float, ry: float, fill: Colour, alpha: int = 255) -> None:
        """Draw an ellipse around a centre."""
        self.pen.ellipse(self.box(x - rx, y - ry, rx * 2, ry * 2), (*fill, alpha))

    def disc(self, x: float, y: float, radius: float, fill: Colour, alpha: int = 255) -> None:
        """Draw a circle around a centre."""
        self.oval(x, y, radius, radius, fill, alpha)

    def ring(self, x: float, y: float, radius: float, colour: Colour, width: float) -> None:
        """Draw a circle's outline."""
        shape = self.box(x - radius, y - radius, radius * 2, radius * 2)
        self.pen.ellipse(shape, outline=colour, width=round(width * self.scale))

    def slice(
        self,
        x: float,
        y: float,
        radius: float,
        start: float,
        end: float,
        fill: Colour,
        alpha: int = 255,
    ) -> None:
        """Draw the part of a circle between two angles cut by a chord."""
        shape = self.box(x - radius, y - radius, radius * 2, radius * 2)
        self.pen.chord(shape, start, end, (*fill, alpha))

    def poly(self, points: Sequence[Point], fill: Colour, alpha: int = 255) -> None:
        """Draw a filled polygon."""
        self.pen.polygon([self.at(x, y) for x, y in points], (*fill, alpha))

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """Draw a line with round ends and corners."""
        pixels = [self.at(x, y) for x, y in points]
        thick = max(1, round(width * self.scale))
        self.pen.line(pixels, colour, thick, joint="curve")
        if width > 3:
            for x, y in (points[0], points[-1]):
                self.disc(x, y, width / 2, colour)

    def star(self, x: float, y: float, radius: float, fill: Colour, turn: float = 0) -> None:
        """Draw a five-pointed star."""
        corners = []
        for step in range(10):
            reach = radius if step % 2 == 0 else radius * 0.4
            angle = pi * step / 5 - pi / 2 + turn
            corners.append((x + reach * cos(angle), y + reach * sin(angle)))
        self.poly(corners, fill)

    def text(self, x: float, y: float, words: str, size: float, fill: Colour) -> None:
        """Write figures and Latin letters around a centre."""
        font = ImageFont.load_default(size * self.scale)
        self.pen.text(self.at(x, y), words, fill, font, anchor="mm")

    def mirror(self) -> None:
        """Swap left and right."""
        self.image = ImageOps.mirror(self.image)

    def jpeg(self) -> bytes:
        """Return the finished drawing."""
        stream = BytesIO()
        finished = self.image.reduce(OVERSAMPLING)
        finished.save(stream, "JPEG", quality=84, optimize=True)
        return stream.getvalue()
