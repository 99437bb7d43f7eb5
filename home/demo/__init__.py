"""A believable school for the demonstration: data and drawing, no framework."""

from home.demo import ru, vn
from home.demo.schema import DemoBundle

BUNDLES: dict[str, DemoBundle] = {"vn": vn.BUNDLE, "ru": ru.BUNDLE}


def demo_school(country: str) -> DemoBundle:
    """Return the school of `country` ("vn" or "ru"); raise KeyError for others."""
    return BUNDLES[country]
