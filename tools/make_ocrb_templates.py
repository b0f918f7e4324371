#!/usr/bin/python3
"""Make data/readers/ocrb.tsv: small grey pictures of the 37 signs of a machine-readable zone.

usage: make_ocrb_templates.py > data/readers/ocrb.tsv     (needs python3-pil, fonts-ocr-b, fonts-dejavu-core)

A grid is one cell of the line: as wide as the pitch, from 1.3 pitches above the baseline to 0.1 below it, 20 by 28
samples, each a hexadecimal digit from 0 (paper) to f (ink).
"""
from PIL import Image, ImageDraw, ImageFilter, ImageFont

WIDTH, HEIGHT, SCALE = 20, 28, 12
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"
FONTS = [
    ("ocr-b", "/usr/share/fonts/opentype/ocr-b/OCRB.otf"),
    ("dejavu-mono", "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"),
]
HEADER = """\
# How the signs of a machine-readable zone look: font, sign, 20 x 28 samples in rows from the top, 0 paper to f ink.
# A cell is one pitch wide and reaches from 1.3 pitches above the baseline to 0.1 below it.
# Made by tools/make_ocrb_templates.py. Sources: OCR B by Norbert Schwarz 1995, 2010 and Matthew Skala (Debian package
# fonts-ocr-b; "You may freely use, modify and/or distribute this file, without limitation" and public domain);
# DejaVu Sans Mono (Debian package fonts-dejavu-core; Bitstream Vera licence, changes in the public domain)."""


def grid(font, sign, pitch):
    cell = Image.new("L", (WIDTH * SCALE, HEIGHT * SCALE), 0)
    ImageDraw.Draw(cell).text((0, round(1.3 * pitch)), sign, font=font, fill=255, anchor="ls")
    cell = cell.filter(ImageFilter.GaussianBlur(SCALE * 0.7))
    return cell.resize((WIDTH, HEIGHT), Image.Resampling.BOX)


def font_of_pitch(path, pitch):
    size = pitch * 1000 / ImageFont.truetype(path, 1000).getlength("0")
    return ImageFont.truetype(path, round(size))


def main():
    print(HEADER)
    pitch = WIDTH * SCALE
    for name, path in FONTS:
        font = font_of_pitch(path, pitch)
        for sign in SIGNS:
            samples = "".join(f"{min(15, round(value / 17)):x}" for value in grid(font, sign, pitch).getdata())
            print(f"{name}\t{sign}\t{samples}")


if __name__ == "__main__":
    main()
