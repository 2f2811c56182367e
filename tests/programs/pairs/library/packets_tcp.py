import struct

layout = struct.Struct("<IHH200s")
space = bytearray(layout.size)
datagrams = []
for n in range(8_000):
    datagrams.append(layout.pack(n, n % 7, 1, b"payload"))
print(len(datagrams))
