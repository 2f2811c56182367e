import re

vault = {}


def hide(match):
    token = f"<{len(vault) % 100}>"
    vault[token] = match[0]
    return token


def letters(count):
    for n in range(count):
        yield f"Dear customer, your card {n:016d} was sent to person{n}@example.org today."


length = 0
for letter in letters(6000):
    clean = re.sub(r"\d{16}|\w+@[\w.]+", hide, letter)
    length += len(clean) > 20
print(length)
