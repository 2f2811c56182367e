"""Finds connected regions of equal height on a map by flood fill."""


def make_map(size, seed):
    rows = []
    value = seed
    for _ in range(size):
        row = []
        for _ in range(size):
            value = (value * 1103515245 + 12345) % 2147483648
            row.append("water" if value // 65536 % 10 < 4 else "land")
        rows.append(row)
    return rows


class Terrain:
    def __init__(self, rows):
        self.rows = rows
        self.size = len(rows)
        self.regions = []

    def fill(self, row, column, kind, cells):
        if not (0 <= row < self.size and 0 <= column < self.size):
            return
        if self.rows[row][column] != kind or (row, column) in cells:
            return
        cells.add((row, column))
        for down, right in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            self.fill(row + down, column + right, kind, cells)

    def explore(self):
        seen = set()
        for row in range(self.size):
            for column in range(self.size):
                if (row, column) in seen:
                    continue
                cells = set()
                self.fill(row, column, self.rows[row][column], cells)
                seen |= cells
                if len(cells) < 4:
                    continue
                self.regions.append(len(cells))


terrains = []


def main():
    largest = 0
    for seed in range(12):
        terrain = Terrain(make_map(20, seed * 7 + 1))
        terrain.explore()
        terrain.rows = None
        terrains.append(terrain)
        largest = max(largest, len(terrain.regions))
    print(largest)


if __name__ == "__main__":
    main()
