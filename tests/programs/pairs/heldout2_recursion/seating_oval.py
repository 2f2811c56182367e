"""Finds seatings for guests who should not sit next to each other."""

GUESTS = ["Ada", "Bob", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hal"]
APART = {("Ada", "Bob"), ("Cleo", "Dan"), ("Eva", "Hal")}
plans = []


def friendly(left, right):
    return (left, right) not in APART and (right, left) not in APART


def score(seating):
    return sum(abs(ord(left[0]) - ord(right[0])) for left, right in zip(seating, seating[1:]))


def remember(seating):
    value = score(seating)
    if plans and value < 0:
        return
    plans.append((value, seating[:]))


def seat(seating, waiting):
    if not waiting:
        remember(seating)
        return 1
    found = 0
    for index, guest in enumerate(waiting):
        if seating and not friendly(seating[-1], guest):
            continue
        seating.append(guest)
        found += seat(seating, waiting[:index] + waiting[index + 1:])
        seating.pop()
    return found


def main():
    found = seat([], GUESTS[:7])
    value, seating = max(plans)
    print(found, "seatings, best:", value, ", ".join(seating))


if __name__ == "__main__":
    main()
