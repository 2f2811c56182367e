failures = []


def decode(n):
    payload = bytearray(20000)
    payload[n % 20000] = 1
    checksum = sum(payload[:50])
    if n % 4 == 0:
        raise ValueError(f"frame {n} is broken ({checksum})")
    return len(payload)


decoded = 0
for n in range(1200):
    try:
        decoded += decode(n)
    except ValueError as error:
        failures.append(str(error))
print(decoded, len(failures), failures[0])
