class Rejected(Exception):
    pass


def receive(number):
    body = bytearray(8_000)
    body[0] = number % 256
    if number % 2 == 0:
        raise Rejected(f"upload {number} has no checksum")
    return len(body)


failures = []
for number in range(400):
    try:
        receive(number)
    except Rejected as error:
        failures.append(error)
