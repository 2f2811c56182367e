history = []
for n in range(3_000):
    words = ["copy"] + [f"file-{n}-{part}" for part in range(12)]
    match words:
        case ["copy", first, *rest]:
            history.append(len(rest))
        case [single]:
            history.append(single)
print(len(history))
