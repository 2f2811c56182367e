entries = {}
LIFE = 50
for now in range(8_000):
    entries[f"key {now}"] = now + LIFE
    if now % 100 == 0:
        expired = [key for key, end in entries.items() if end < now]
        for key in expired:
            del entries[key]
print(len(entries) > 0)
