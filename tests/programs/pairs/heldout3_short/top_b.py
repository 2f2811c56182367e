t = []
for n in range(20000):
    t.append((n * 7919 % 10007, f"player {n}"))
    if n % 500 == 0:
        t.sort(key=lambda p: -p[0])
        del t[10:]
print(t[0])
