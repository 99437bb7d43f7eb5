"""Pictures from outside, made clean: nothing is kept of an upload but what one sees.

A telephone writes into a picture where and when it was taken and by whom; all of that goes. What
is stored is encoded anew, as JPEG or PNG, turned upright, in the colours of the web (sRGB).
"""

from __future__ import annotations

import dataclasses
import io
import re
import warnings

from PIL import Image, ImageCms

from core.rules.uploads import PictureLimits, Problem, extension_of
from core.uploads.encoding import JPEG_OPTIONS, is_our_jpeg
from core.uploads.limits import picture_limits
from core.uploads.names import tidy_name
from core.uploads.refusals import UploadRefused, too_big
from core.uploads.signatures import content_kind
from core.uploads.vetted import VettedFile

READERS = {"jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP"}
REFUSED_KINDS = {"heic": Problem.HEIC, "svg": Problem.VECTOR}
EXTENSIONS = {"jpeg": "jpg", "png": "png"}
MOST_SCANS = 60  # a camera's JPEG has about ten, with its preview twenty; each is a walk over the whole picture
SIXTEEN_BITS = frozenset({"I;16", "I;16L", "I;16B", "I;16N", "I"})
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
TRANSPARENT = frozenset({"RGBA", "LA", "PA", "La", "RGBa"})


@dataclasses.dataclass(frozen=True, slots=True)
class CleanPicture:
    """A picture as it is stored: name, bytes, sides in pixels, format ("jpeg" or "png")."""

    name: str
    data: bytes
    width: int
    height: int
    format: str

    def as_file(self) -> VettedFile:
        """For the file field of a form or model; it is not cleaned a second time."""
        return VettedFile(self.name, self.data, f"image/{self.format}")


def clean_picture(data: bytes, name: str) -> CleanPicture:
    """The picture without anything one does not see; of a moving one the first frame.

    What it is, its content says, not its name. Cleaning what was cleaned changes nothing.
    Raises UploadRefused.
    """
    limits = picture_limits()
    reader = _reader(data, name, limits)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is the stricter one
            return _cleaned(data, name, reader, limits)
    except UploadRefused:
        raise
    except Image.DecompressionBombError as bomb:
        raise _too_many(_first_number(str(bomb)), limits) from bomb
    except Exception as broken:  # Pillow's readers raise whatever a hostile file leads them to
        raise UploadRefused(Problem.DAMAGED) from broken


def looks_like_a_picture(data: bytes) -> bool:
    """Whether the first bytes are those of a picture that browsers show."""
    return content_kind(data) in {*READERS, "avif"}


def _reader(data: bytes, name: str, limits: PictureLimits) -> str:
    """Pillow's name of the format, before anything is decoded."""
    if not data:
        raise UploadRefused(Problem.EMPTY)
    if len(data) > limits.max_bytes:
        raise too_big(len(data), limits.max_bytes)
    kind = content_kind(data)
    if kind == "jpeg" and data.count(b"\xff\xda") > MOST_SCANS:
        raise UploadRefused(Problem.DAMAGED)
    if kind in READERS:
        return READERS[kind]
    if extension_of(name) in {"svg", "svgz"}:
        raise UploadRefused(Problem.VECTOR)
    raise UploadRefused(REFUSED_KINDS.get(kind, Problem.NOT_A_PICTURE))


def _cleaned(data: bytes, name: str, reader: str, limits: PictureLimits) -> CleanPicture:
    with Image.open(io.BytesIO(data), formats=[reader]) as image:
        _demand_pixels(image, limits)
        if is_our_jpeg(image, data) and max(image.size) <= limits.max_side:
            image.load()
            return CleanPicture(tidy_name(name, "jpg"), data, *image.size, "jpeg")
        image.draft(None, (limits.max_side, limits.max_side))  # a JPEG is read no larger than needed
        image.load()
        _demand_pixels(image, limits)
        bare = _bare(image, limits.max_side)
    return _encoded(bare, name, "jpeg" if reader == "JPEG" else "png", reader == "WEBP", limits)


def _demand_pixels(image: Image.Image, limits: PictureLimits) -> None:
    pixels = image.width * image.height
    if pixels > limits.max_pixels:
        raise _too_many(pixels, limits)


def _too_many(pixels: int, limits: PictureLimits) -> UploadRefused:
    return UploadRefused(Problem.TOO_MANY_PIXELS, {"actual": pixels, "limit": limits.max_pixels})


def _first_number(words: str) -> int:
    """Pillow says the size of a bomb in words only."""
    found = re.search(r"\d+", words)
    return int(found.group()) if found else 0


def _bare(image: Image.Image, max_side: int) -> Image.Image:
    """Upright, not too large, in sRGB, with nothing beside the pixels."""
    upright = _upright(image)
    plain = _plain_mode(upright)
    profile = upright.info.get("icc_profile")
    if profile and plain.mode == "RGB":
        plain = _in_srgb(upright if upright.mode == "CMYK" else plain, profile)
    plain.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
    plain.info.clear()
    return plain


def _upright(image: Image.Image) -> Image.Image:
    """Turned as its note says; a broken note is no reason to refuse a sound picture."""
    try:
        turn = TURNS.get(image.getexif().get(ORIENTATION, 1))
    except Exception:  # what is written there is as hostile as the rest
        turn = None
    return image if turn is None else image.transpose(turn)


def _plain_mode(image: Image.Image) -> Image.Image:
    """L, RGB or RGBA; 16 bits become 8, and an alpha that hides nothing goes."""
    if image.mode in SIXTEEN_BITS:
        return image.point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in TRANSPARENT or "transparency" in image.info:
        seen = image.convert("RGBA")
        return seen if seen.getchannel("A").getextrema() != (255, 255) else seen.convert("RGB")
    return image.copy() if image.mode in {"L", "RGB"} else image.convert("L" if image.mode == "1" else "RGB")


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Telephones use wider colours; without their profile they would look dull. A broken profile is left out."""
    try:
        seen = ImageCms.profileToProfile(image, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image.convert("RGB")
    return seen or image.convert("RGB")


def _encoded(image: Image.Image, name: str, kind: str, is_photo: bool, limits: PictureLimits) -> CleanPicture:
    """As JPEG where it is a photograph, else as PNG; a PNG that grew too large becomes a JPEG if nothing shows through.

    Of WebP nobody can tell which it is: without transparency it is taken for a photograph.
    """
    if image.mode != "RGBA" and (kind == "jpeg" or is_photo):
        return _saved(image, name, "jpeg")
    saved = _saved(image, name, "png")
    if len(saved.data) <= limits.max_bytes:
        return saved
    if image.mode == "RGBA":
        raise too_big(len(saved.data), limits.max_bytes)
    return _saved(image, name, "jpeg")


def _saved(image: Image.Image, name: str, kind: str) -> CleanPicture:
    out = io.BytesIO()
    if kind == "jpeg":
        image.save(out, "JPEG", **JPEG_OPTIONS)
    else:
        image.save(out, "PNG")
    return CleanPicture(tidy_name(name, EXTENSIONS[kind]), out.getvalue(), *image.size, kind)
