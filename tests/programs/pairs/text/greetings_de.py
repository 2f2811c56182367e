name = "Müller"
greetings = [f"Guten Tag, {name}! {'.' * 1200}" for _ in range(3_000)]
print(len(greetings), greetings[-1][:20])
