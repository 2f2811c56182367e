from enum import Enum, auto


class State(Enum):
    PACKED = auto()
    SENT = auto()
    ARRIVED = auto()

    @property
    def after(self):
        return {State.PACKED: State.SENT, State.SENT: State.ARRIVED}.get(self)


parcels = {}
arrived = 0


def move(number):
    global arrived
    parcel = parcels[number]
    parcel["state"] = parcel["state"].after
    parcel["route"].append(f"{parcel['state'].name.lower()} on day {number}")
    if parcel["state"] is State.ARRIVED:
        arrived += 1
        del parcels[number]


for n in range(4000):
    parcels[n] = {"state": State.PACKED, "route": [f"packed on day {n}"]}
    move(n)
    move(n)
print(arrived)
