"""Compresses and encodes data with this CPython and prints the results as JSON: ``python3 vectors.py > vectors.json``."""

import base64
import binascii
import bz2
import codecs
import gzip
import hashlib
import json
import lzma
import random
import sys
import zlib

source = random.Random(7)
WORDS = [bytes(source.choice(b"abcdefghij \n") for _ in range(source.randrange(2, 9))) for _ in range(200)]
DATA = {
    "empty": b"",
    "one": b"x",
    "text": b"import threading\nheld = []\n" * 3,
    "runs": b"a" * 5000 + b"b" * 300 + bytes(4000),
    "words": b" ".join(source.choice(WORDS) for _ in range(900)),
    "noise": bytes(source.randrange(256) for _ in range(900)),
    "blocks": b"".join(source.choice(WORDS) * source.randrange(1, 200) for _ in range(500)),
}
CODECS = {
    "base64": base64.b64encode,
    "base85": base64.b85encode,
    "ascii85": base64.a85encode,
    "base32": base64.b32encode,
    "base16": base64.b16encode,
    "zlib": zlib.compress,
    "gzip": lambda data: gzip.compress(data, mtime=0),
    "bz2": bz2.compress,
    "bz2-small": lambda data: bz2.compress(data, 1),
    "xz": lzma.compress,
    "xz-crc32": lambda data: lzma.compress(data, check=lzma.CHECK_CRC32, preset=0),
    "lzma": lambda data: lzma.compress(data, lzma.FORMAT_ALONE),
    "lzma-other": lambda data: lzma.compress(data, lzma.FORMAT_ALONE, filters=[{"id": lzma.FILTER_LZMA1, "lc": 1, "lp": 2, "pb": 1, "dict_size": 1 << 16}]),
    "uuencode": lambda data: b"".join(binascii.b2a_uu(data[i : i + 45]) for i in range(0, len(data), 45)),
    "quoted-printable": lambda data: binascii.b2a_qp(data, quotetabs=True, istext=False),
}

vectors = []
for name, data in DATA.items():
    for codec, encode in CODECS.items():
        if len(data) > 20000 and codec not in ("bz2", "bz2-small", "xz", "xz-crc32", "lzma", "lzma-other", "zlib"):
            continue
        if len(data) > 20000 and codec in ("zlib", "xz-crc32", "lzma-other", "bz2-small") and name == "words":
            continue
        vectors.append({"data": name, "codec": codec, "encoded": base64.b64encode(encode(data)).decode(), "length": len(data), "sha256": hashlib.sha256(data).hexdigest()})
json.dump(vectors, sys.stdout, indent=0)
print()
