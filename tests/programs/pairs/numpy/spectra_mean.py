import numpy as np

spectra = []
for number in range(200):
    spectrum = np.linspace(0.0, number + 1.0, 5_000)
    spectra.append(spectrum)
print(len(spectra))
