from contextlib import suppress

waiting = []


def deliver(message):
    if message["tries"] >= 3:
        raise TimeoutError(message["to"])
    raise ConnectionError(message["to"])


for n in range(7_000):
    message = {"to": f"host{n}.example.org", "tries": 0}
    with suppress(TimeoutError):
        while True:
            try:
                deliver(message)
            except ConnectionError:
                message["tries"] += 1
                if message["tries"] == 2:
                    waiting.append(message)
print(len(waiting))
