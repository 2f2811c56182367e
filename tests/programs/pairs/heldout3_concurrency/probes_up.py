import threading


class Probe(threading.Thread):
    def __init__(self, host, samples):
        super().__init__(daemon=True)
        self.host = host
        self.samples = samples
        self.readings = []

    def run(self):
        for n in range(self.samples):
            self.readings.append((self.host, n * 0.5))


probes = []
total = 0.0
for round_number in range(150):
    probe = Probe(f"host{round_number % 12}", 150)
    probe.start()
    probe.join()
    total += probe.readings[-1][1]
    probes = [*probes, probe]
print(total)
