// The texts that are measured: a small service that leaks, and files of many such.
const library = n => `import time
from collections import deque

sessions_${n} = {}
recent_${n} = deque(maxlen=100)


class Store_${n}:
    """Keeps what it is given."""

    def __init__(self, limit):
        self.limit = limit
        self.items = []

    def add(self, item):
        if len(self.items) >= self.limit:
            self.items.pop(0)
        self.items.append(item)

    def total(self):
        return sum(len(item) for item in self.items)


def load_${n}(count):
    for user in range(count):
        sessions_${n}[user] = "x" * 65536
        recent_${n}.append(user)


def work_${n}(store, names):
    for name in names:
        try:
            store.add(f"{name!r}: {time.time():.3f}")
        except ValueError as error:
            print("failed", error)
        finally:
            recent_${n}.append(name)
    return store.total()


def main_${n}():
    store = Store_${n}(limit=1000)
    load_${n}(2000)
    return work_${n}(store, ["a", "b", "c"])
`;

const unit = n => `${library(n)}

if __name__ == "__main__":
    main_${n}()
`;

const linesOfUnit = 50;

export const fiftyLines = unit(0);

const repeat = (lines, write) => Array.from({ length: Math.round(lines / linesOfUnit) }, (_, i) => write(i)).join('\n');

/** A program of about so many lines that runs all of it. */
export const fileOf = lines => repeat(Math.max(lines, linesOfUnit), unit);

/** The same code without what runs it. */
export const libraryOf = lines => repeat(lines, library);
