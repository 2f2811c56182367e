pool = []


def make(wanted: int, allowed: int = 250) -> int:
    amount = max(wanted, allowed)
    for serial in range(amount):
        pool.append({"serial": serial, "code": f"{serial:020d}"})
    return amount


print(make(9_000))
