import copy
from dataclasses import dataclass, field


@dataclass
class Scene:
    name: str
    heights: list = field(default_factory=list)
    lights: dict = field(default_factory=dict)

    def move(self, at, height):
        self.heights[at] = height


scene = Scene("valley", [0.0] * 1500, {f"lamp{n}": n % 2 for n in range(40)})
saved = []
for step in range(150):
    scene.move(step % 1500, step * 0.5)
    saved.append(copy.copy(scene))
print(len(saved), saved[0].name)
