def widen(entry):
    result = entry * 1_000_000
    return result


answers = []
for entry in ("ab", "cd", "ef"):
    answers.append(widen(entry))
