"""A write-behind cache of user profiles in front of a slow store."""


class SlowStore:
    def __init__(self):
        self.rows = [None] * 100
        self.writes = 0

    def write(self, key, value):
        self.rows[key % 100] = value["name"][:8]
        self.writes += 1


class WriteBehind:
    def __init__(self, store, batch):
        self.store = store
        self.batch = batch
        self.dirty = {}
        self.since_flush = 0

    def update(self, key, **fields):
        profile = self.dirty.get(key)
        if profile is None:
            profile = self.dirty[key] = {"name": f"user {key}", "visits": 0}
        profile.update(fields)
        profile["visits"] += 1
        self.since_flush += 1
        if self.since_flush >= self.batch:
            self.flush()

    def flush(self):
        for key in sorted(self.dirty):
            profile = self.dirty.pop(key)
            self.store.write(key, profile)
        self.since_flush = 0


store = SlowStore()
profiles = WriteBehind(store, batch=250)


def main():
    for step in range(5000):
        profiles.update(step // 2, city=("Oslo", "Bergen", "Tromso")[step % 3])
    print(store.writes >= 2500, profiles.since_flush)


if __name__ == "__main__":
    main()
