class Hall:
    def __init__(self):
        self.guests = []
        self.count = 0

    def enter(self, name):
        self.guests.append(name)
        self.count += 1

    def leave(self):
        name = self.guests[-1]
        self.count -= 1
        return name


hall = Hall()
for number in range(12_000):
    hall.enter("guest %d of the hall" % number)
    hall.leave()
print(hall.count)
