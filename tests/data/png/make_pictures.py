#!/usr/bin/env python3
"""Writes the PNG files of this folder: one picture in the forms that PNG allows, and files that must be refused."""
import pathlib
import struct
import zlib

FOLDER = pathlib.Path(__file__).parent
SIGNATURE = b"\x89PNG\r\n\x1a\n"
# 3 x 2: red, green, blue / black, white, grey
PIXELS = [[(255, 0, 0), (0, 255, 0), (0, 0, 255)], [(0, 0, 0), (255, 255, 255), (128, 128, 128)]]
COLORS = [color for row in PIXELS for color in row]


def chunk(kind, data, crc=None):
    crc = zlib.crc32(kind + data) if crc is None else crc
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)


def header(width, height, depth, color_type, interlaced=0):
    return struct.pack(">IIBBBBB", width, height, depth, color_type, 0, 0, interlaced)


def write(name, ihdr, raw, before=b"", after=b"", end=True):
    data = SIGNATURE + chunk(b"IHDR", ihdr) + before
    if raw is not None:
        data += chunk(b"IDAT", zlib.compress(raw, 9))
    data += after
    if end:
        data += chunk(b"IEND", b"")
    (FOLDER / name).write_bytes(data)


def rows(pack):
    return b"".join(b"\0" + b"".join(pack(*color) for color in row) for row in PIXELS)


def adam7(width, height, pixel):
    raw = b""
    for x0, y0, dx, dy in [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]:
        for y in range(y0, height, dy):
            line = b"".join(bytes(pixel(x, y)) for x in range(x0, width, dx))
            if line:
                raw += b"\0" + line
    return raw


write("rgb8.png", header(3, 2, 8, 2), rows(lambda r, g, b: bytes((r, g, b))))
write("rgb16.png", header(3, 2, 16, 2), rows(lambda r, g, b: struct.pack(">HHH", r * 257, g * 257, b * 257)))
write("rgba8.png", header(3, 2, 8, 6), rows(lambda r, g, b: bytes((r, g, b, 255))))
write("rgb8-interlaced.png", header(3, 2, 8, 2, 1), adam7(3, 2, lambda x, y: PIXELS[y][x]))
palette = chunk(b"PLTE", bytes(value for color in COLORS for value in color))
write("palette4.png", header(3, 2, 4, 3), b"\0\x01\x20" + b"\0\x34\x50", before=palette)
write("palette8-transparent.png", header(3, 2, 8, 3), b"\0\0\1\2" + b"\0\3\4\5",
      before=palette + chunk(b"tRNS", b"\x00\x80"))  # red invisible, green half, the rest opaque
write("grey1.png", header(3, 2, 1, 0), b"\0\xa0" + b"\0\x40")
write("grey8-alpha.png", header(3, 2, 8, 4), b"\0\0\xff\0\x80\0\0" + b"\0\x80\xff\xff\0\xff\xff")
write("grey16.png", header(3, 2, 16, 0), b"\0" + struct.pack(">HHH", 0, 0x8080, 0xffff) + b"\0" + struct.pack(">HHH", 257, 514, 771))
write("text.png", header(3, 2, 8, 2), rows(lambda r, g, b: bytes((r, g, b))),
      before=chunk(b"tEXt", b"Comment\0caf\xe9") + chunk(b"zTXt", b"parameters\0\0" + zlib.compress(b"Steps: 20")),
      after=chunk(b"iTXt", "Title\0\0\0ru\0\0Плитка".encode()))

blank = rows(lambda r, g, b: bytes((r, g, b)))
write("bad-huge.png", header(60000, 60000, 8, 2), blank)
write("bad-beyond-png.png", header(0x80000001, 1, 8, 2), blank)
write("bad-too-short-for-its-size.png", header(9000, 9000, 8, 2), blank)
write("bad-zero-width.png", header(0, 2, 8, 2), blank)
write("bad-no-data.png", header(3, 2, 8, 2), None)
write("bad-few-rows.png", header(3, 2, 8, 2), blank[:10])
write("bad-no-palette.png", header(3, 2, 8, 3), b"\0\0\1\2" + b"\0\3\4\5")
write("bad-depth.png", header(3, 2, 5, 2), blank)
write("bad-no-end.png", header(3, 2, 8, 2), blank, end=False)
(FOLDER / "bad-checksum.png").write_bytes(SIGNATURE + chunk(b"IHDR", header(3, 2, 8, 2), 1) + chunk(b"IDAT", zlib.compress(blank)) + chunk(b"IEND", b""))
(FOLDER / "bad-compression.png").write_bytes(SIGNATURE + chunk(b"IHDR", header(3, 2, 8, 2)) + chunk(b"IDAT", b"\x78\x9c\xff\xff\xff\xff") + chunk(b"IEND", b""))
(FOLDER / "bad-empty.png").write_bytes(b"")
(FOLDER / "bad-text.png").write_bytes(b"This is no picture.\n")
# 64 MB of text in 64 kB: the picture may be read, the text not.
write("text-bomb.png", header(3, 2, 8, 2), blank, before=chunk(b"zTXt", b"bomb\0\0" + zlib.compress(bytes([32]) * (64 << 20), 9)))
