import weakref


class Parcel:
    def __init__(self, number):
        self.number = number
        self.label = f"parcel {number} " * 30


class Owner:
    def __init__(self, name, parcel):
        self.name = name
        self.parcel = parcel


owners = weakref.WeakKeyDictionary()


def deliver(number):
    parcel = Parcel(number)
    owners[parcel] = Owner(f"customer {number % 50}", parcel.number)
    return len(owners[parcel].name) + len(parcel.label)


total = sum(deliver(number) for number in range(2500))
print(total)
