payload = b""
for number in range(1_500):
    block = number.to_bytes(4, "big") * 256
    payload = block
print(len(payload))
