"""The scenes by name."""

from collections.abc import Callable
from functools import partial

from home.demo.scenes import buildings, culture, lessons, nature, objects, sport
from home.demo.scenes.canvas import Canvas

SCENES: dict[str, Callable[[Canvas], None]] = {
    "school_vn": buildings.school_vn,
    "school_ru": buildings.school_ru,
    "assembly_vn": partial(buildings.assembly, flag_vietnam=True),
    "assembly_ru": partial(buildings.assembly, flag_vietnam=False),
    "classroom": lessons.classroom,
    "maths": lessons.maths,
    "laboratory": lessons.laboratory,
    "computers": lessons.computers,
    "languages": lessons.languages,
    "running": sport.running,
    "volleyball": sport.volleyball,
    "chess": sport.chess,
    "library": culture.library,
    "bookshelf": culture.bookshelf,
    "choir": culture.choir,
    "speech": culture.speech,
    "bouquet": culture.bouquet,
    "exhibition": culture.exhibition,
    "tree_planting": nature.tree_planting,
    "garden": nature.garden,
    "stargazing": nature.stargazing,
    "lanterns": nature.lanterns,
    "autumn_park": nature.autumn_park,
    "awards": objects.awards,
    "documents": objects.documents,
    "robots": objects.robots,
    "meeting": objects.meeting,
    "health": objects.health,
    "crossing": objects.crossing,
}

# Words, flags and places on a pedestal are not to be seen in a mirror.
WITH_SIDES = frozenset(
    {
        "assembly_ru",
        "assembly_vn",
        "awards",
        "computers",
        "crossing",
        "documents",
        "languages",
        "maths",
        "school_ru",
        "school_vn",
    }
)
