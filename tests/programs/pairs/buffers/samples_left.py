from array import array

samples = array("d", [0.0]) * 1_000
for n in range(120_000):
    samples.append(n * 0.001)
print(len(samples))
