import tempfile


def count_lines(word):
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        for n in range(20_000):
            log.write(f"{n:06d} {'error' if n % 7 == 0 else 'info'} something happened here\n")
        log.seek(0)
        count = 0
        for line in log.readlines():
            if word in line:
                count += 1
    return count


print(count_lines("error"))
