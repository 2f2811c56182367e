import copy

PLAN = {"rows": [[0, 1] for _ in range(300)]}


def compare(turns):
    changed = 0
    plans = []
    for turn in range(turns):
        plans.append(copy.deepcopy(PLAN))
        plans[-1]["rows"][0][0] = turn
        changed += plans[-1]["rows"][0] != PLAN["rows"][0]
    return changed


print(compare(60))
