plotted = []


def plot(shape):
    match shape:
        case ("point", x, y) if x == y:
            return "diagonal"
        case ("point", x, y) if x < 90:
            plotted.append({"x": x, "y": y, "label": f"({x}, {y})"})
            return "plotted"
        case ("point", *_):
            return "outside"


for n in range(8_000):
    plot(("point", n, n + 1))
print(len(plotted))
