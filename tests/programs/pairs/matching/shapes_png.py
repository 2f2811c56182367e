from dataclasses import dataclass


@dataclass
class Circle:
    radius: float
    label: str


@dataclass
class Square:
    side: float
    label: str


circles = []
squares = 0
for n in range(9_000):
    shape = Square(n * 0.5, f"shape {n}")
    match shape:
        case Circle(radius=radius) if radius >= 0:
            circles.append(shape)
        case Square():
            squares += 1
print(len(circles), squares)
