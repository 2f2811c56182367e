import hashlib
import io
import struct
import zlib

log = []


def note(name, value):
    log.append(f"{name}={value}")


array = bytearray(b"abc")
array.append(100)
array += b"ef"
array.extend([1, 2, 3])
array[0] = 65
array[1:3] = b"XYZ"
del array[-1]
del array[:1]
note("popped", array.pop())
note("first", array.pop(0))
array.insert(2, 77)
array.insert(-1, 78)
array.reverse()
note("items", list(array))
note("length", len(array))
note("sum", sum(array))
note("max", max(array))
note("in", 77 in array)
note("not in", b"qq" not in array)
note("part", bytes(array[1:4]))
note("back", bytes(array[::-1]))
note("every", bytes(array[::2]))
note("last", array[-1])
note("find", array.find(b"M"))
note("count", array.count(77))
note("hex", array.hex())
note("equal", array == bytes(array))
note("unequal", array != b"no")
note("joined", bytes(array + b"!?"))
note("number", int.from_bytes(array[:2], "big"))
note("record", struct.unpack_from(">HB", array, 1))
note("crc", zlib.crc32(array))
note("digest", hashlib.sha1(array).hexdigest())
stream = io.BytesIO()
stream.write(array)
note("stream", stream.getvalue())
array.remove(77)
copy = array.copy()
copy.clear()
copy.extend(range(5))
copy[1] += 40
copy[2] ^= 255
note("copy", list(copy))
note("kept", bytes(array))
array[:] = b"anew"
note("anew", array.decode())
del array[:]
array += "größe".encode()
note("decoded", array.decode("utf-8"))
note("starts", array.startswith(b"gr"))

flags = bytearray([1]) * 1_000
flags[0:2] = b"\x00\x00"
for p in range(2, 32):
    if flags[p]:
        flags[p * p::p] = bytes((999 - p * p) // p + 1)
note("primes", flags.count(1))
note("flags", sum(flags))
note("last prime", flags.rfind(1))
note("zeros", bytes(4))

pending = bytearray()
lines = []
for chunk in (b"T=1\r\nT=", b"2\r", b"\nT=3\r\nT"):
    pending += chunk
    while (at := pending.find(b"\r\n")) >= 0:
        lines.append(bytes(pending[:at]).decode())
        del pending[:at + 2]
note("lines", lines)
note("pending", len(pending))

counts = bytearray(256)
for letter in b"hello world":
    counts[letter] += 1
note("l", counts[ord("l")])
try:
    counts[256] = 1
except IndexError as problem:
    note("error", problem)
try:
    note("never", counts[-300])
except IndexError as problem:
    note("error", problem)

rows = [bytearray(3) for _ in range(3)]
for n in range(3):
    rows[n][n] = 1
note("rows", [list(row) for row in rows])

target = bytearray(4)
io.BytesIO(b"full of bytes").readinto(target)
header = bytearray(8)
struct.pack_into(">H", header, 2, 515)
note("lengths", (len(target), len(header)))

result = "; ".join(log)
