LIMIT = 500
recent = []
dropped = 0
for number in range(8_000):
    recent.append({"number": number, "subject": f"Re: question {number}"})
    if len(recent) > LIMIT:
        dropped += 1
print(len(recent), dropped)
