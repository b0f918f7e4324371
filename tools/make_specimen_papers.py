#!/usr/bin/python3
"""Draw invented identity papers with machine-readable zones, to measure the picture reader on.

usage: make_specimen_papers.py OUT_DIR [--count N] [--seed S] [--skew DEGREES] [--small]

Writes OUT_DIR/NNN.png or .jpg and OUT_DIR/truth.tsv: file, the zone's lines joined by |.  Every paper says SPECIMEN
and every person is invented.  Sizes, places, tints, line patterns, noise, blur and JPEG quality vary.
Needs python3-pil, fonts-ocr-b, fonts-dejavu-core.
"""
import argparse
import os
import random

from PIL import Image, ImageDraw, ImageFilter, ImageFont

OCRB = "/usr/share/fonts/opentype/ocr-b/OCRB.otf"
SANS = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
FAMILY = "ZHAO SUN ORLENKO BALOGUN TESTOVA HRUSHKA NGUYENOVA MUSTERMANN O0DELL QUIX WABBLE JIVKO KPXYZ DVORZAK".split()
GIVEN = "MINGTEST PETRO OLGA IBRAHIM ANNA MARIA XIAOTEST VIKTOR BELLA ZOE QUINN FELIX WANDA YURI".split()
STATES = "UTO CHN UKR RUS D<< KOR VNM KAZ POL EST".split()


def check_digit(field):
    values = [0 if c == "<" else int(c) if c.isdigit() else ord(c) - 55 for c in field]
    return str(sum(v * (7, 3, 1)[i % 3] for i, v in enumerate(values)) % 10)


def number(rng, letters=2):
    return "".join(rng.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(letters)) + "".join(rng.choice("0123456789") for _ in range(9 - letters))


def date(rng, first, last):
    return f"{rng.randint(first, last) % 100:02}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"


def person(rng):
    family = rng.choice([name for name in FAMILY if name != "O0DELL"])
    given = "<".join(rng.sample(GIVEN, rng.choice((1, 1, 2))))
    return f"{family}<<{given}"


def guarded(field):
    return field + check_digit(field)


def two_lines(rng, width, code):
    state = rng.choice(STATES)
    first = (code + state + person(rng)).ljust(width, "<")[:width]
    head = guarded(number(rng, rng.choice((0, 1, 2))))
    birth, expiry = guarded(date(rng, 1950, 2005)), guarded(date(rng, 2024, 2034))
    second = head + state + birth + rng.choice("MF<") + expiry
    if code[0] == "V":
        return [first, (second + number(rng, 0)).ljust(width, "<")[:width]]
    if width == 36:
        optional = rng.choice(["<" * 7, "AB12345"])
        return [first, second + optional + check_digit(head + birth + expiry + optional)]
    optional = rng.choice(["<" * 14, number(rng, 3) + "<" * 5])
    optional += check_digit(optional) if optional.strip("<") else rng.choice("<0")
    return [first, second + optional + check_digit(head + birth + expiry + optional)]


def three_lines(rng):
    state = rng.choice(STATES)
    first = ("I<" + state + guarded(number(rng, 1))).ljust(30, "<")
    birth, expiry = guarded(date(rng, 1950, 2005)), guarded(date(rng, 2024, 2034))
    optional = "<" * 11
    second = birth + rng.choice("MF") + expiry + state + optional
    second += check_digit(first[5:30] + birth + expiry + optional)
    return [first, second, person(rng).ljust(30, "<")[:30]]


def zone(rng):
    kind = rng.choice(["TD3"] * 5 + ["TD2", "MRVA", "MRVB", "TD1"])
    if kind == "TD1":
        return three_lines(rng)
    return two_lines(rng, 44 if kind in ("TD3", "MRVA") else 36, rng.choice(["V<"] if kind.startswith("MRV") else ["P<", "PO"] if kind == "TD3" else ["I<", "ID"]))


def background(rng, size):
    tint = tuple(rng.randint(215, 255) for _ in range(3))
    page = Image.new("RGB", size, tint)
    draw = ImageDraw.Draw(page)
    if rng.random() < 0.6:
        shade = tuple(max(0, c - rng.randint(10, 30)) for c in tint)
        step = rng.randint(9, 30)
        for y in range(-size[0], size[1], step):
            draw.line((0, y, size[0], y + size[0] * rng.choice((0.2, 0.3))), fill=shade)
    return page


def draw_paper(rng, lines, size, skew):
    font = ImageFont.truetype(OCRB, size)
    pitch = font.getlength("0")
    wide = int(pitch * len(lines[0]) + rng.randint(2, 6) * pitch)
    high = int(wide * rng.uniform(0.45, 0.72))
    page = background(rng, (wide, high))
    draw = ImageDraw.Draw(page)
    label, value = ImageFont.truetype(SANS, max(9, size // 2)), ImageFont.truetype(SANS, max(12, int(size * 0.7)))
    draw.text((wide * 0.36, high * 0.04), "SPECIMEN", font=value, fill=(60, 60, 90))
    draw.rectangle((wide * 0.05, high * 0.12, wide * 0.28, high * 0.55), fill=(170, 175, 180), outline=(90, 90, 90))
    for i, text in enumerate(("Surname", "Given names", "Date of birth")):
        draw.text((wide * 0.36, high * (0.14 + 0.14 * i)), text, font=label, fill=(90, 90, 110))
        draw.text((wide * 0.36, high * (0.14 + 0.14 * i) + size * 0.6), rng.choice(FAMILY), font=value, fill=(25, 25, 35))
    spacing = pitch * rng.uniform(1.5, 2.4)
    left = pitch * rng.uniform(0.7, 1.8)
    bottom = high - pitch * rng.uniform(0.5, 1.4)
    ink = rng.randint(0, 60)
    for i, line in enumerate(lines):
        draw.text((left, bottom - spacing * (len(lines) - 1 - i)), line, font=font, fill=(ink, ink, ink + rng.randint(0, 20)), anchor="ls")
    if skew:
        page = page.rotate(rng.uniform(-skew, skew), resample=Image.Resampling.BICUBIC, fillcolor=page.getpixel((0, 0)))
    if rng.random() < 0.4:
        page = page.filter(ImageFilter.GaussianBlur(size / rng.randint(30, 60)))
    if rng.random() < 0.5:
        noise = Image.effect_noise(page.size, rng.randint(4, 20)).convert("RGB")
        page = Image.blend(page, noise, 0.06)
    return page


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("out")
    arguments.add_argument("--count", type=int, default=48)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--skew", type=float, default=0)
    arguments.add_argument("--small", action="store_true", help="only print of 16 to 20 pixels, for test data")
    options = arguments.parse_args()
    os.makedirs(options.out, exist_ok=True)
    rng = random.Random(options.seed)
    with open(os.path.join(options.out, "truth.tsv"), "w", encoding="utf-8") as truth:
        for i in range(options.count):
            lines = zone(rng)
            size = rng.randint(16, 20) if options.small else rng.randint(14, 48)
            page = draw_paper(rng, lines, size, options.skew)
            if rng.random() < 0.5:
                name = f"{i:03}.png"
                page.convert("L" if options.small else "RGB").save(os.path.join(options.out, name), optimize=options.small)
            else:
                name = f"{i:03}.jpg"
                page.save(os.path.join(options.out, name), quality=rng.randint(55, 95))
            truth.write(f"{name}\t{'|'.join(lines)}\n")


if __name__ == "__main__":
    main()
