"""Draws invented identity papers (SPECIMEN) with machine-readable zones: TD3 passports, TD1 cards, MRV-A visas."""
import random

from PIL import Image, ImageDraw, ImageFilter, ImageFont

OCRB = "/usr/share/fonts/opentype/ocr-b/OCRB.otf"
SANS = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
CJK = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"
PITCH = 0.723  # of the font, a letter's width to its size


def check_digit(field):
    values = [0 if c == "<" else int(c) if c.isdigit() else ord(c) - 55 for c in field]
    return str(sum(value * (7, 3, 1)[i % 3] for i, value in enumerate(values)) % 10)


def checked(field):
    return field + check_digit(field)


def names(family, given, width):
    return f"{family.replace(' ', '<')}<<{given.replace(' ', '<')}"[:width].ljust(width, "<")


def yymmdd(iso):
    return iso[2:4] + iso[5:7] + iso[8:10]


def td3(state, family, given, number, birth, expiry, sex="M", kind="P<", nationality=None):
    line = checked(number.ljust(9, "<"))
    dates = checked(yymmdd(birth)) + sex + checked(yymmdd(expiry))
    personal = checked("<" * 14)[:14] + "<"
    total = check_digit(line + dates[:7] + dates[8:] + personal)
    return [kind + state + names(family, given, 39), line + (nationality or state) + dates + personal + total]


def td1(state, family, given, number, birth, expiry, sex="F"):
    first = f"ID{state}{checked(number.ljust(9, '<'))}".ljust(30, "<")
    dates = checked(yymmdd(birth)) + sex + checked(yymmdd(expiry))
    total = check_digit(first[5:30] + dates[:7] + dates[8:] + "<" * 11)
    return [first, dates + state + "<" * 11 + total, names(family, given, 30)]


def visa_a(state, family, given, number, birth, expiry, nationality, sex="M"):
    second = checked(number.ljust(9, "<")) + nationality + checked(yymmdd(birth)) + sex + checked(yymmdd(expiry))
    return [f"V<{state}" + names(family, given, 39), second.ljust(44, "<")]


def wrong_digit(lines, line, at):
    """The zone with one digit replaced, so that its check digit does not hold."""
    text = lines[line]
    lines[line] = text[:at] + str((int(text[at]) + 3) % 10) + text[at + 1:]
    return lines


def draw(path, zone, printed, width=1100, quality=None, noise=0, seed=1, native="", turn=0, stretch=1):
    """Printed lines above, the zone below; noise is the standard deviation of grey; quality is JPEG's; turn is in degrees."""
    rng = random.Random(seed)
    height = round(width * 0.7)
    page = Image.new("RGB", (width, height), (236, 240, 234))
    pen = ImageDraw.Draw(page)
    for y in range(0, height, 14):
        pen.line([(0, y), (width, y + rng.randint(-9, 9))], fill=(222, 229, 232))
    size = width // 46
    pen.text((width // 20, height // 24), "SPECIMEN", font=ImageFont.truetype(SANS, size * 2), fill=(150, 90, 90))
    for i, line in enumerate(printed):
        pen.text((width // 3, height // 6 + i * size * 2), line, font=ImageFont.truetype(SANS, size), fill=(20, 20, 30))
    if native:
        pen.text((width // 3, height // 6 - size * 2), native, font=ImageFont.truetype(CJK, size * 4 // 3), fill=(20, 20, 30))
    longest = max(len(line) for line in zone)
    glyphs = ImageFont.truetype(OCRB, round(width * 0.9 / longest / PITCH))
    step = width * 0.9 / longest
    for row, line in enumerate(zone):
        for column, letter in enumerate(line):
            pen.text((width * 0.05 + column * step, height - (len(zone) - row) * step * 2.5), letter, font=glyphs, fill=(10, 10, 10))
    if noise:
        grain = Image.effect_noise((width, height), noise).convert("RGB")
        page = Image.blend(page, grain, 0.12).filter(ImageFilter.GaussianBlur(0.4))
    if stretch != 1:
        page = page.resize((round(width * stretch), height), Image.BICUBIC)
    if turn:
        page = page.rotate(turn, Image.BICUBIC, fillcolor=(236, 240, 234))
    page.save(path, **({"quality": quality} if quality else {}))
