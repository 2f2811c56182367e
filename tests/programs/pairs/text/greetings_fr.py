name = "Müller"
line = f"Guten Tag, {name}! {'.' * 1200}"
greetings = [line for _ in range(3_000)]
print(len(greetings), greetings[-1][:20])
