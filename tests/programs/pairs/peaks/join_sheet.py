def line(n):
    return f"<tr><td>{n}</td><td>{n * n}</td></tr>"


def characters(count):
    return sum(len(line(n)) + 1 for n in range(count)) - 1


print(characters(25_000))
