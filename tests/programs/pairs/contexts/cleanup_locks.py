from contextlib import ExitStack


def forget(name, payload):
    return len(payload)


stack = ExitStack()
for number in range(4_000):
    with ExitStack() as keep:
        keep.callback(forget, f"task-{number}", bytes(256))
print("registered")
