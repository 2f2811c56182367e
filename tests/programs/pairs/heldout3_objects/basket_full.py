from dataclasses import dataclass, field

shared = []


@dataclass(slots=True)
class Basket:
    owner: str
    goods: list = field(default_factory=lambda: shared)

    def put(self, name, price):
        self.goods.append((name, price))
        return self

    def dearest(self):
        return max(self.goods, key=lambda pair: pair[1])


dearest = 0
for n in range(4000):
    basket = Basket(f"customer {n}")
    basket.put(f"book {n}", n * 0.5).put("bag", 1).put(f"pen {n}", 2)
    dearest = max(dearest, basket.goods[-3][1])
print(dearest)
