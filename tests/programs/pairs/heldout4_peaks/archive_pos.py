"""Counts the lines of a packed archive."""
import zlib

PART = 64 * 1024


def pack(lines: int) -> bytes:
    packer = zlib.compressobj(level=1)
    packed = bytearray()
    line = b"2024-05-01 12:00:00 INFO worker finished its job without complaint\n"
    for _ in range(0, lines, 1000):
        packed += packer.compress(line * 1000)
    packed += packer.flush()
    return bytes(packed)


def count_lines(packed: bytes) -> int:
    return zlib.decompress(packed).count(b"\n")


def main() -> None:
    packed = pack(240_000)
    print("lines:", count_lines(packed))


if __name__ == "__main__":
    main()
