"""Passport pages of the example case: the machine-readable zone and the picture.

The zone follows ICAO Doc 9303 part 4 (TD3: two lines of 44). The picture is no country's design: a
plain page with a grey box where a photograph would be, and SPECIMEN across it.
"""

import io
import random
from dataclasses import dataclass
from datetime import date, timedelta

from .people import Name, draw_date

PROVINCES = ["HUNAN", "HENAN", "SICHUAN", "HUBEI", "SHANDONG", "ANHUI", "JILIN", "YUNNAN"]
MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()

FONT_MRZ = "/usr/share/fonts/opentype/ocr-b/OCRB.otf"
FONT_TEXT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
FONT_BOLD = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"
FONT_PACKAGES = {FONT_MRZ: "fonts-ocr-b", FONT_TEXT: "fonts-noto-cjk", FONT_BOLD: "fonts-noto-cjk"}
SIMPLIFIED_CHINESE = 2  # the face inside the .ttc

INK, FAINT, PAGE, GREY = (24, 28, 40), (196, 205, 214), (243, 246, 244), (176, 180, 182)


@dataclass(frozen=True)
class Passport:
    name: Name
    number: str
    born: date
    issued: date
    expires: date
    birth_place: str
    issue_place: str
    optional_check: str  # "0" or "<": both are allowed where the optional field is empty


def check_digit(field: str) -> str:
    """ICAO 9303 part 3: weights 7, 3, 1 over the digits, letters from A = 10, fillers 0."""
    values = [0 if c == "<" else int(c, 36) for c in field]
    return str(sum(v * (7, 3, 1)[i % 3] for i, v in enumerate(values)) % 10)


def machine_readable_zone(paper: Passport) -> tuple[str, str]:
    """The two lines of 44 characters."""
    names = f"{paper.name.surname_latin}<<{paper.name.given_latin}"
    first = f"P<CHN{names}".ljust(44, "<")[:44]
    number = paper.number.ljust(9, "<")
    number += check_digit(number)
    born = paper.born.strftime("%y%m%d")
    born += check_digit(born)
    expires = paper.expires.strftime("%y%m%d")
    expires += check_digit(expires)
    optional = "<" * 14 + paper.optional_check
    whole = check_digit(number + born + expires + optional)
    return first, f"{number}CHN{born}M{expires}{optional}{whole}"


def make_passport(rng: random.Random, name: Name, born: date) -> Passport:
    issued = draw_date(rng, date(2018, 1, 1), date(2023, 12, 31))
    anniversary = issued - timedelta(days=1) if (issued.month, issued.day) == (2, 29) else issued
    expires = anniversary.replace(year=issued.year + 10) - timedelta(days=1)
    return Passport(name, f"XA{rng.randrange(10**6, 10**7)}", born, issued, expires, rng.choice(PROVINCES),
                    rng.choice(PROVINCES), rng.choice("0<"))


@dataclass(frozen=True)
class Layout:
    """What differs from scan to scan, as shares of the page's width unless said."""

    width_px: int
    margin: float
    photo_left: bool
    text_size: float
    label_size: float
    line_gap: float
    mrz_share: float
    date_style: str


def draw_layout(rng: random.Random) -> Layout:
    return Layout(rng.randrange(1040, 1400, 8), rng.uniform(0.028, 0.05), rng.random() < 0.7,
                  rng.uniform(0.022, 0.0255), rng.uniform(0.0125, 0.0145), rng.uniform(0.064, 0.069),
                  rng.uniform(0.88, 0.92), rng.choice(["month", "iso", "month"]))


def printed_date(day: date, style: str) -> str:
    if style == "iso":
        return day.isoformat()
    return f"{day.day:02d} {MONTHS[day.month - 1]} {day.year}"


def fields_of(paper: Passport, style: str) -> list[list[tuple[float, str, str]]]:
    """Lines of (place across the text block from 0 to 1, label, value)."""
    name = paper.name
    return [
        [(0.0, "类型 Type", "P"), (0.24, "国家码 Country code", "CHN"), (0.58, "护照号 Passport No.", paper.number)],
        [(0.0, "姓名 Name", name.native)],
        [(0.0, "姓 / 名 Surname, given names", f"{name.surname_latin}, {name.given_latin}")],
        [(0.0, "性别 Sex", "男 / M"), (0.24, "国籍 Nationality", "CHINESE"),
         (0.58, "出生日期 Date of birth", printed_date(paper.born, style))],
        [(0.0, "出生地点 Place of birth", paper.birth_place),
         (0.58, "签发日期 Date of issue", printed_date(paper.issued, style))],
        [(0.0, "签发地点 Place of issue", paper.issue_place),
         (0.58, "有效期至 Date of expiry", printed_date(paper.expires, style))],
    ]


def _font(path: str, size: float):
    from PIL import ImageFont

    index = SIMPLIFIED_CHINESE if path.endswith(".ttc") else 0
    return ImageFont.truetype(path, round(size), index=index, layout_engine=ImageFont.Layout.BASIC)


def _fit(path: str, text: str, width: float):
    """The largest font in which the text is no wider than that, in pixels."""
    size = 8
    while _font(path, size + 1).getlength(text) <= width:
        size += 1
    return _font(path, size)


def _draw_background(draw, width: int, height: int) -> None:
    for step in range(-height, width, 26):
        draw.line([(step, 0), (step + height, height)], fill=(236, 241, 238), width=2)
    draw.rectangle([6, 6, width - 7, height - 7], outline=FAINT, width=3)


def _draw_photo_box(draw, box: tuple[int, int, int, int]) -> None:
    draw.rectangle(box, fill=GREY, outline=(130, 134, 138), width=3)
    left, top, right, bottom = box
    font = _fit(FONT_BOLD, "SPECIMEN", (right - left) * 0.8)
    draw.text(((left + right) / 2, (top + bottom) / 2), "SPECIMEN", font=font, fill=(236, 238, 238), anchor="mm")


def _draw_stamp(image, centre: tuple[int, int], width: float) -> None:
    """SPECIMEN, pale and aslant, over the text block and clear of the zone."""
    from PIL import Image, ImageDraw

    font = _fit(FONT_BOLD, "SPECIMEN", width)
    stamp = Image.new("L", (round(width * 1.1), round(font.size * 1.5)), 0)
    ImageDraw.Draw(stamp).text((stamp.width / 2, stamp.height / 2), "SPECIMEN", font=font, fill=255, anchor="mm")
    stamp = stamp.rotate(14, expand=True, resample=Image.BICUBIC)
    place = (centre[0] - stamp.width // 2, centre[1] - stamp.height // 2)
    image.paste(Image.new("RGB", stamp.size, (226, 231, 232)), place, stamp)


def _draw_zone(draw, lines: tuple[str, str], width: int, height: int, share: float) -> None:
    font = _fit(FONT_MRZ, "<" * 44, width * share)
    left = (width - font.getlength("<" * 44)) / 2
    first = height - 2.9 * font.size - width * 0.035
    draw.rectangle([10, first - font.size * 0.8, width - 11, height - 11], fill=(250, 251, 250))
    for number, line in enumerate(lines):
        draw.text((left, first + number * font.size * 1.65), line, font=font, fill=(16, 16, 20))


def picture(paper: Passport, layout: Layout) -> bytes:
    """The page as a PNG."""
    from PIL import Image, ImageDraw

    width = layout.width_px
    height = round(width * 88 / 125)
    margin = width * layout.margin
    image = Image.new("RGB", (width, height), PAGE)
    draw = ImageDraw.Draw(image)
    _draw_background(draw, width, height)
    draw.text((width / 2, margin * 0.8), "护照 PASSPORT    SPECIMEN 样本", font=_font(FONT_BOLD, width * 0.024),
              fill=(120, 40, 44), anchor="ma")

    photo_width = width * 0.25
    block_top = margin + width * 0.05
    photo_x = margin if layout.photo_left else width - margin - photo_width
    _draw_photo_box(draw, tuple(round(v) for v in (photo_x, block_top, photo_x + photo_width,
                                                   block_top + photo_width * 1.3)))
    text_x = margin * 1.6 + photo_width if layout.photo_left else margin
    text_width = width - 2.8 * margin - photo_width
    _draw_stamp(image, (round(text_x + text_width / 2), round(block_top + layout.line_gap * width * 2.9)),
                text_width * 0.8)
    label, value = _font(FONT_TEXT, width * layout.label_size), _font(FONT_BOLD, width * layout.text_size)
    for line, fields in enumerate(fields_of(paper, layout.date_style)):
        y = block_top + line * layout.line_gap * width
        for across, title, content in fields:
            x = text_x + across * text_width
            draw.text((x, y), title, font=label, fill=(70, 84, 110), anchor="la")
            draw.text((x, y + width * layout.label_size * 1.35), content, font=value, fill=INK, anchor="la")
    _draw_zone(draw, machine_readable_zone(paper), width, height, layout.mrz_share)
    packed = io.BytesIO()
    image.save(packed, "PNG", optimize=False, compress_level=9)
    return packed.getvalue()
