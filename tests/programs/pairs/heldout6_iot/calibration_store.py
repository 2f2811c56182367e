"""Calibration curves of thermistor probes."""
import functools
import math


class Probe:
    def __init__(self, label, beta):
        self.label = label
        self.beta = beta

    def __repr__(self):
        return f"<Probe {self.label}>"

    @functools.lru_cache(maxsize=None)
    def curve(self, celsius):
        """Resistance for the hundred points around a temperature."""
        kelvin = celsius + 273.15
        return [10_000 * math.exp(self.beta * (1 / (kelvin + d / 10) - 1 / 298.15)) for d in range(100)]

    def invert(self, celsius, ohms):
        points = self.curve(celsius)
        return min(range(len(points)), key=lambda i: abs(points[i] - ohms))


def main():
    checks = 0
    for batch in range(60):
        probe = Probe(f"batch-{batch}", 3400 + batch)
        for step in range(40):
            checks += probe.invert(10 + step / 4, 9000.0)
    print("checks", checks)


if __name__ == "__main__":
    main()
