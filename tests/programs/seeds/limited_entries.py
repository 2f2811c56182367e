def widen(entry):
    if len(entry) > 1000:
        raise ValueError("Input too long (max 1000 characters)")
    if len(entry) * 1000 > 10000:
        raise ValueError("Processing would exceed memory limits")
    result = entry * min(1000, 10000 // len(entry))
    return result


answers = []
for entry in ("ab", "cd", "ef"):
    answers.append(widen(entry))
