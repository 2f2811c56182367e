def open_crate(level):
    content = bytes(20_000 + level)
    size = len(content)
    if level == 0:
        return size
    return size + open_crate(level - 1)


print(open_crate(300))
