"""Pictures from outside are cleaned, or refused with a sentence (issue 4, point 5)."""

from __future__ import annotations

import io

import pytest
from django.utils import translation
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from core.pictures import clean_picture
from core.rules.uploads import Problem
from core.uploads import UploadRefused, upload_sentence
from tests.factories.uploads import encoded, pixels, telephone_picture

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64)
RED, BLUE = (220, 20, 20), (20, 40, 200)


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def near(seen: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return all(abs(one - other) < 36 for one, other in zip(seen[:3], wanted, strict=True))


def why_not(data: bytes, name: str = "anh.jpg") -> UploadRefused:
    with pytest.raises(UploadRefused) as caught:
        clean_picture(data, name)
    return caught.value


def test_clean_picture__keeps_nothing_that_one_does_not_see():
    data = telephone_picture()
    assert b"MAKER-OF-TELEPHONES" in data

    clean = clean_picture(data, "IMG_0001.JPG")

    assert not any(word in clean.data for word in (b"Exif", b"MAKER-OF-TELEPHONES", b"SECRET-COMMENT", b"GPS"))
    assert not opened(clean.data).getexif()


def test_clean_picture__keeps_no_text_of_a_png():
    words = {"xmp": "PLACE-OF-A-CHILD", "Author": "PLACE-OF-A-CHILD"}
    info = PngInfo()
    for key, value in words.items():
        info.add_text(key, value)
    data = encoded(pixels(), "PNG", pnginfo=info)
    assert b"PLACE-OF-A-CHILD" in data

    assert b"PLACE-OF-A-CHILD" not in clean_picture(data, "anh.png").data


def test_clean_picture__stands_upright():
    """Orientation 6: the telephone was held upright, so the left upper corner moves to the right."""
    clean = clean_picture(telephone_picture(6), "anh.jpg")

    image = opened(clean.data)
    assert (clean.width, clean.height) == image.size == (30, 40)
    assert near(image.getpixel((28, 2)), RED)
    assert near(image.getpixel((2, 2)), BLUE)


@pytest.mark.parametrize(
    ("data", "name", "stored"),
    [
        (encoded(pixels(), "JPEG"), "Ảnh lớp 10A1.JPEG", "anh-lop-10a1.jpg"),
        (encoded(pixels(), "PNG"), "ảnh.png", "anh.png"),
        (encoded(pixels(mode="P"), "GIF"), "a.gif", "a.png"),
        (encoded(pixels(), "WEBP"), "a.webp", "a.jpg"),
        (encoded(pixels(mode="CMYK"), "JPEG"), "in.jpg", "in.jpg"),
        (encoded(pixels(), "JPEG"), "wrong.png", "wrong.jpg"),
        (encoded(pixels(), "PNG"), "virus.php.exe", "virus-php.png"),
        (encoded(pixels(), "PNG"), "../../etc/passwd", "passwd.png"),
        (encoded(pixels(), "PNG"), "", "file.png"),
    ],
)
def test_clean_picture__goes_by_the_content_not_by_the_name(data: bytes, name: str, stored: str):
    clean = clean_picture(data, name)

    assert clean.name == stored
    assert f".{opened(clean.data).format.lower()}".replace("jpeg", "jpg") == stored[-4:]
    assert near(opened(clean.data).convert("RGB").getpixel((2, 2)), RED)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_clean_picture__takes_every_depth_of_a_png(mode: str):
    grey = Image.new("I;16", (40, 30), 0x8000) if mode == "I;16" else pixels(mode=mode)

    clean = clean_picture(encoded(grey, "PNG"), "a.png")

    assert opened(clean.data).mode in {"L", "RGB"}
    if mode == "I;16":
        assert opened(clean.data).getpixel((0, 0)) == 0x80


def test_clean_picture__keeps_what_shines_through():
    half = pixels(mode="RGBA")
    half.putalpha(100)

    for kind in ("PNG", "WEBP"):
        clean = clean_picture(encoded(half, kind, **({"lossless": True} if kind == "WEBP" else {})), "a")
        assert opened(clean.data).getpixel((5, 5))[3] == 100


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_clean_picture__of_a_moving_one_keeps_the_first_frame(kind: str):
    frames = [Image.new("RGB", (20, 20), RED), Image.new("RGB", (20, 20), BLUE)]
    data = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)

    image = opened(clean_picture(data, "a").data)

    assert getattr(image, "n_frames", 1) == 1
    assert near(image.convert("RGB").getpixel((5, 5)), RED)


def test_clean_picture__turns_other_colours_into_those_of_the_web():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encoded(pixels(), "JPEG", icc_profile=profile, quality=95)
    assert b"ICC_PROFILE" in data

    clean = clean_picture(data, "a.jpg")

    assert b"ICC_PROFILE" not in clean.data
    assert near(opened(clean.data).getpixel((2, 2)), RED)


def test_clean_picture__bears_a_broken_colour_profile():
    data = encoded(pixels(), "JPEG", icc_profile=b"no profile at all")
    assert near(opened(clean_picture(data, "a.jpg").data).getpixel((2, 2)), RED)


def test_clean_picture__is_no_larger_than_needed(settings):
    settings.PORTAL_PICTURE_MAX_SIDE = 20

    clean = clean_picture(encoded(pixels((80, 40)), "PNG"), "a.png")

    assert (clean.width, clean.height) == (20, 10)


@pytest.mark.parametrize(
    "data",
    [
        telephone_picture(),
        encoded(Image.effect_noise((300, 200), 80).convert("RGB"), "JPEG", quality=60),
        encoded(Image.effect_noise((300, 200), 80).convert("RGB"), "WEBP"),
        encoded(Image.effect_noise((300, 200), 80), "JPEG"),
        encoded(pixels(mode="P"), "PNG"),
        encoded(pixels(mode="CMYK"), "JPEG"),
    ],
)
def test_clean_picture__cleaned_again_is_the_same_to_the_byte(data: bytes):
    """A clearance names the hash of the stored bytes."""
    once = clean_picture(data, "a.b.jpg")
    assert clean_picture(once.data, once.name) == once


@pytest.mark.parametrize("tail", [b"PK\x05\x06" + bytes(18), b"<?php system($_GET[0]);", b"\xff\xe1\x00\x08Exif\0\0"])
def test_clean_picture__drops_what_hangs_on_a_picture_that_we_encoded(tail: bytes):
    once = clean_picture(telephone_picture(), "a.jpg")
    comment = once.data[:2] + b"\xff\xfe\x00\x0aCOMMENT!" + once.data[2:]

    assert clean_picture(once.data + tail, "a.jpg").data.endswith(b"\xff\xd9")
    assert tail not in clean_picture(once.data + tail, "a.jpg").data
    assert b"COMMENT!" not in clean_picture(comment, "a.jpg").data


def test_clean_picture__of_a_polyglot_keeps_the_picture_only():
    """A GIF that is a JAR at the same time."""
    jar = b"PK\x03\x04 JAR-INSIDE PK\x05\x06" + bytes(18)

    clean = clean_picture(encoded(pixels(mode="P"), "GIF") + jar, "a.gif")

    assert b"JAR-INSIDE" not in clean.data


@pytest.mark.parametrize(
    ("data", "name", "problem"),
    [
        (b"", "a.jpg", Problem.EMPTY),
        (b"<html>", "a.jpg", Problem.NOT_A_PICTURE),
        (b"%PDF-1.7\n%%EOF", "a.jpg", Problem.NOT_A_PICTURE),
        (encoded(pixels(), "BMP"), "a.jpg", Problem.NOT_A_PICTURE),
        (encoded(pixels(), "TIFF"), "a.png", Problem.NOT_A_PICTURE),
        (encoded(pixels(), "AVIF"), "a.png", Problem.NOT_A_PICTURE),
        (HEIC, "IMG_1.HEIC", Problem.HEIC),
        (HEIC, "IMG_1.jpg", Problem.HEIC),
        (SVG, "a.svg", Problem.VECTOR),
        (SVG, "a.png", Problem.VECTOR),
        (SVG.decode().encode("utf-16"), "a.png", Problem.VECTOR),
        (b"\x1f\x8b\x08", "a.svgz", Problem.VECTOR),
        (encoded(pixels((400, 300)), "JPEG")[:600], "a.jpg", Problem.DAMAGED),
        (encoded(pixels(), "PNG")[:60], "a.png", Problem.DAMAGED),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "a.png", Problem.DAMAGED),
        (b"GIF89a" + b"\xff" * 7, "a.gif", Problem.DAMAGED),
        (b"RIFF\xff\xff\xff\x7fWEBPVP8 ", "a.webp", Problem.DAMAGED),
        (b"\xff\xd8\xff" + b"\xff\xda" * 100, "a.jpg", Problem.DAMAGED),
    ],
)
def test_clean_picture__refuses(data: bytes, name: str, problem: Problem):
    assert why_not(data, name).code is problem


def test_clean_picture__refuses_a_bomb_before_it_goes_off(settings):
    """Some kilobytes that would fill the memory."""
    bomb = encoded(Image.new("1", (20_000, 20_000)), "PNG")
    assert len(bomb) < 100_000

    assert why_not(bomb).code is Problem.TOO_MANY_PIXELS

    settings.PORTAL_PICTURE_MAX_PIXELS = 1199
    assert why_not(encoded(pixels(), "PNG")).params == {"actual": 1200, "limit": 1199}
    settings.PORTAL_PICTURE_MAX_PIXELS = 1200
    assert clean_picture(encoded(pixels(), "PNG"), "a.png").width == 40


def test_clean_picture__names_limit_and_size_in_units_of_people(settings):
    data = encoded(pixels(), "PNG") + bytes(3 * 1024 * 1024)
    settings.PORTAL_PICTURE_MAX_BYTES = 2 * 1024 * 1024

    with translation.override("en"):
        sentence = upload_sentence(why_not(data))

    assert "3.0\xa0MB" in sentence
    assert "2.0\xa0MB" in sentence


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_clean_picture__that_grew_too_large_as_png_is_kept_as_jpeg(settings, kind: str):
    noise = Image.effect_noise((200, 200), 100).convert("RGB")
    settings.PORTAL_PICTURE_MAX_BYTES = 100_000
    data = encoded(noise.quantize(4) if kind == "PNG" else noise, kind)
    assert len(data) < 100_000

    clean = clean_picture(data, "a.png")

    assert len(clean.data) < 100_000
    assert clean_picture(clean.data, clean.name) == clean
