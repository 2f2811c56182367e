class Record:
    def __init__(self, key, columns):
        self.key = key
        self.columns = columns
        self.dirty = False


class Session:
    def __init__(self, expire):
        self.expire = expire
        self.identity = {}
        self.dirty = []

    def load(self, table, key):
        record = self.identity.get((table, key))
        if record is None:
            record = Record(key, {"name": f"{table} {key}", "salary": key * 3, "notes": "n" * (key % 40)})
            self.identity[table, key] = record
        return record

    def touch(self, record):
        record.dirty = True
        self.dirty.append(record)

    def commit(self):
        for record in self.dirty:
            record.dirty = False
        self.dirty.clear()
        if self.expire:
            self.identity.clear()


session = Session(expire=False)
for key in range(1_200):
    session.touch(session.load("employee", key))
    if key % 25 == 24:
        session.commit()
