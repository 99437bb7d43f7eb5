"""A picture drawn for a story: no pupil, no photographer, nobody's rights."""

import io
import secrets

from PIL import Image, ImageDraw

SIZE = (1280, 800)


def schoolyard() -> bytes:
    """A flagpole and its shadow on a lawn, as PNG. No two skies are alike: the chooser asks about duplicates."""
    picture = Image.new("RGB", SIZE, (126, secrets.choice(range(140, 200)), secrets.choice(range(190, 256))))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 560, 1280, 800), fill=(92, 141, 84))
    pen.rectangle((630, 120, 646, 640), fill=(90, 84, 78))
    pen.polygon([(646, 130), (820, 180), (646, 230)], fill=(198, 58, 48))
    pen.polygon([(630, 640), (646, 640), (1010, 720), (1000, 730)], fill=(66, 104, 62))
    pen.ellipse((120, 90, 260, 230), fill=(247, 214, 98))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
