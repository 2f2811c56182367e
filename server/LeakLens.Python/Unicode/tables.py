"""Writes UnicodeTables.g.cs: what Python's \\N{...} and identifiers need of Unicode, from this Python's own unicodedata.

    python3.14 tables.py NameAliases.txt > UnicodeTables.g.cs

NameAliases.txt is the file of that name in the Unicode Character Database.
"""
import base64
import sys
import unicodedata

ALGORITHMIC = (
    "CJK UNIFIED IDEOGRAPH-", "CJK COMPATIBILITY IDEOGRAPH-", "TANGUT IDEOGRAPH-", "NUSHU CHARACTER-",
    "KHITAN SMALL SCRIPT CHARACTER-", "HANGUL SYLLABLE ")


def fnv(name):
    value = 0x811C9DC5
    for c in name.encode("ascii"):
        value = ((value ^ c) * 0x01000193) & 0xFFFFFFFF
    return value


def names(aliases):
    found = {}
    for code in range(0x110000):
        name = unicodedata.name(chr(code), "")
        if name and not name.startswith(ALGORITHMIC):
            found[name] = code
    for line in aliases:
        if line.strip() and not line.startswith("#"):
            code, alias, _ = line.split(";")
            found[alias] = int(code, 16)
    return found


def name_table(aliases):
    rows = sorted((fnv(name), code) for name, code in names(aliases).items())
    assert len({row[0] for row in rows}) == len(rows), "two names share a hash"
    return b"".join(h.to_bytes(4, "little") for h, _ in rows) + b"".join(c.to_bytes(3, "little") for _, c in rows)


def varint(value):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def is_hangul(code):
    return 0xAC00 <= code < 0xAC00 + 11172


def decompositions():
    out, last = b"", 0
    for code in range(0x110000):
        if is_hangul(code) or 0xD800 <= code < 0xE000:
            continue
        text = unicodedata.normalize("NFKD", chr(code))
        if text != chr(code):
            out += varint(code - last) + varint(len(text)) + b"".join(varint(ord(c)) for c in text)
            last = code
    return out


def classes():
    out, last = b"", 0
    for code in range(0x110000):
        if value := unicodedata.combining(chr(code)):
            out += varint(code - last) + varint(value)
            last = code
    return out


def compositions():
    out, last = b"", 0
    for code in range(0x110000):
        if is_hangul(code) or 0xD800 <= code < 0xE000:
            continue
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            first, second = (int(part, 16) for part in parts)
            if unicodedata.normalize("NFC", chr(first) + chr(second)) == chr(code):
                out += varint(code - last) + varint(first) + varint(second)
                last = code
    return out


def main():
    aliases = open(sys.argv[1], encoding="utf-8") if len(sys.argv) > 1 else []
    print("// Written by tables.py; see there. Unicode " + unicodedata.unidata_version + ".")
    print("namespace LeakLens.Python.Unicode;\n")
    print("internal static class UnicodeTables\n{")
    for name, data in (("Names", name_table(aliases)), ("Decompositions", decompositions()),
                       ("Classes", classes()), ("Compositions", compositions())):
        print(f'    public static ReadOnlySpan<byte> {name} => "{base64.b64encode(data).decode()}"u8;\n')
    print("}")


if __name__ == "__main__":
    main()
