trace = []
turns = 0


def note(turn, kind):
    trace.append((turn, kind, f"{kind} at {turn}"))


for turn in range(8000):
    note(turn, "begin")
    turns += turn % 3
    note(turn, "end")
    if len(trace) == 101:
        del trace[:50]
print(turns)
