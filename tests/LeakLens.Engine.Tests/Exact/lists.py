from collections import deque

xs = list(range(20))
cuts = [xs[3:7], xs[-4:], xs[::-3], xs[15:2:-4], xs[:0], xs[100:], xs[-100:2], xs[5:5]]
xs[2:5] = ["a"]
xs[::6] = [0, 0, 0]
del xs[1:9:3]
xs.insert(-1, "last but one")
xs.insert(100, "last")
xs.insert(-100, "first")
xs.remove(0)
places = [xs.index(19), xs.count(0), xs.index("a") if "a" in xs else -1]
xs.extend(n for n in range(3) if n)
xs += (7, 8)
popped = [xs.pop(), xs.pop(0), xs.pop(-2)]
ys = [(n % 3, -n) for n in range(9)]
ys.sort(key=lambda pair: pair[0], reverse=True)
zs = sorted(["b", "B", "a", "aa", ""], key=str.lower)
zs.reverse()
ring = deque(range(6), maxlen=6)
ring.append(6)
ring.appendleft(-1)
ring.rotate(2)
ring.extendleft([8, 9])
turned = list(reversed(ring))
grid = [[0] * 3 for _ in range(2)]
grid[1][2] = 5
shared = [[]] * 3
shared[0].append(1)
first, *middle, end = range(6)
missing = []
try:
    xs.remove("nobody")
except ValueError:
    missing.append("remove")
try:
    [].pop()
except IndexError:
    missing.append("pop")
try:
    grid[2]
except IndexError:
    missing.append("item")
compared = [[1, 2] < [1, 3], [1] < [1, 0], (2,) > (1, 9), [1, [2]] == [1, [2]], [1] == (1,), ["a"] <= ["a"]]
result = repr((cuts, xs, places, popped, ys, zs, list(ring), turned, grid, shared, first, middle, end, missing, compared, sum([n * 0.5 for n in range(9)]), max(ys), min(xs[0:1] + [0], key=str)))
