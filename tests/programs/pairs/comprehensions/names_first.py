people = (f"{chr(65 + n % 26)}nna number {n}" for n in range(25_000))
names = {person.upper() for person in people}
print(len(names))
