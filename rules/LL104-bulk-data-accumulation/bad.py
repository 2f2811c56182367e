"""Loops that keep arrays and tables, and loops that look the same and do not."""

import numpy as np
import pandas as pd

ARRAYS = []
FRAMES = []
BY_DAY = {}
SAMPLES = []

MEANS = []
CURRENT = None
VECTORS = []


def keep_arrays_bad():
    for _ in range(50):
        ARRAYS.append(np.random.rand(1_000, 1_000))  # expect: LL104


def keep_frames_bad():
    for _ in range(50):
        FRAMES.append(pd.DataFrame({"value": range(20_000)}))  # expect: LL104


def keep_days_bad():
    for day in range(100):
        BY_DAY[day] = np.zeros((500, 500))  # expect: LL104


class SensorBad:
    def __init__(self):
        self.samples = []

    def measure(self):
        for _ in range(100):
            self.samples.append(np.random.rand(10_000))  # expect: LL104


def keep_samples_bad():
    for _ in range(200):
        SAMPLES.append((1, np.ones(20_000)))  # expect: LL104


def keep_means_ok():
    for _ in range(50):
        MEANS.append(float(np.random.rand(1_000, 1_000).mean()))


def keep_last_ok():
    global CURRENT
    for _ in range(50):
        CURRENT = np.random.rand(1_000, 1_000)


def join_parts_ok():
    # As pandas advises: collect, join once, drop the parts.
    parts = []
    for _ in range(50):
        parts.append(pd.DataFrame({"value": range(20_000)}))
    return len(pd.concat(parts))


def short_ok():
    for _ in range(50):
        VECTORS.append(np.ones(3))


keep_arrays_bad()
keep_frames_bad()
keep_days_bad()
keep_samples_bad()
keep_means_ok()
keep_last_ok()
join_parts_ok()
short_ok()
