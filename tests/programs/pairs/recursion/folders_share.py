found = []


def walk(path, depth):
    count = 1
    if depth == 0:
        found.append(path)
        return count
    for name in ("bin", "etc", "lib", "src"):
        count += walk(f"{path}/{name}", depth - 1)
    return count


print(walk("", 7))
