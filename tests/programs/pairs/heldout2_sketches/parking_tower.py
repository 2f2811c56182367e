"""Simulates a parking lot with tickets, spots and a price for each hour."""


class LotFull(Exception):
    """No spot is free."""


class Ticket:
    def __init__(self, plate, spot, hour):
        self.plate = plate
        self.spot = spot
        self.hour = hour
        self.paid = 0.0


class ParkingLot:
    PRICE = 1.5

    def __init__(self, spots):
        self.free = list(range(spots))
        self.tickets = {}
        self.income = 0.0
        self.turned_away = 0

    def enter(self, plate, hour):
        if not self.free:
            self.turned_away += 1
            raise LotFull(plate)
        ticket = Ticket(plate, self.free.pop(), hour)
        self.tickets[plate.upper()] = ticket
        return ticket

    def leave(self, ticket, hour):
        ticket.paid = max(1, hour - ticket.hour) * self.PRICE
        self.income += ticket.paid
        self.free.append(ticket.spot)
        self.tickets.pop(ticket.plate.upper(), None)


lot = ParkingLot(25)


def plate_for(number):
    letters = "abcdefghijkl"
    return f"{letters[number % 12]}{letters[number // 12 % 12]}-{number:04d}"


def main():
    inside = []
    for hour in range(4000):
        try:
            inside.append(lot.enter(plate_for(hour), hour))
        except LotFull:
            while len(inside) > 5:
                lot.leave(inside.pop(0), hour)
    print(f"{lot.income:.2f} {lot.turned_away}")


if __name__ == "__main__":
    main()
