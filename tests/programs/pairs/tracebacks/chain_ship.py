class Failed(Exception):
    pass


def attempt(number, before):
    error = Failed(f"attempt {number} failed: " + "." * (200 + number % 5))
    error.__cause__ = before
    return error


last = None
for number in range(3_000):
    last = attempt(number, last)
print(last.args[0][:12])
