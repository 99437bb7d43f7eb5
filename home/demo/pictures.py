"""Drawings for the demonstration school, made on the spot with Pillow."""

from random import Random

from home.demo.scenes.canvas import Canvas
from home.demo.scenes.registry import SCENES, WITH_SIDES


def draw(scene: str, seed: int, size: tuple[int, int] = (1600, 1067)) -> bytes:
    """Draw `scene` as a JPEG; the same seed always gives the same drawing.

    Raises KeyError for a scene that `SCENES` does not know.
    """
    canvas = Canvas(size, Random(f"{scene}:{seed}"))
    SCENES[scene](canvas)
    if scene not in WITH_SIDES and canvas.rng.random() < 0.5:
        canvas.mirror()
    return canvas.jpeg()
