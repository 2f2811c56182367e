import hashlib
import struct

seen = {}
for number in range(3):
    digest = hashlib.sha256(f"text {number}".encode())
    digest.update(b"more")
    seen[digest.hexdigest()[:8]] = digest.digest()[:2]
record = struct.Struct(">IHB")
packed = b"".join(record.pack(number, number + 1, 7) for number in range(3))
result = repr((seen, hashlib.md5(b"x").hexdigest(), [record.unpack_from(packed, 7 * place) for place in range(3)], record.size))
