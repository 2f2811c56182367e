class Column:
    def __init__(self):
        self.values = {}

    def __set_name__(self, owner, name):
        self.name = name

    def __set__(self, instance, value):
        self.values[instance.serial] = value


class Row:
    title = Column()

    def __init__(self, serial, title):
        self.serial = serial
        self.title = title


for serial in range(6_000):
    Row(serial, f"row number {serial} of the long table")
print("rows written")
