SLOTS = 16
sessions = {}
number = 0
while number < 4_000:
    sessions[number % SLOTS] = bytes(512)
    number += 1
print(len(sessions))
