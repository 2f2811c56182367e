def line(n):
    return f"<tr><td>{n}</td><td>{n * n}</td></tr>"


def characters(count):
    return len("\n".join(line(n) for n in range(count)))


print(characters(25_000))
