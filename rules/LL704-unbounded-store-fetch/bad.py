import redis

store = redis.Redis(socket_timeout=5)


def sessions_bad():
    for key in store.keys("session:*"):  # expect: LL704
        print(key)


def all_keys_bad():
    return list(store.scan_iter())  # expect: LL704


def members_bad(group):
    for member in store.smembers(group):  # expect: LL704
        print(member)


def log_bad(name):
    return store.lrange(name, 0, -1)  # expect: LL704


def stream_bad(name):
    return store.xrange(name)  # expect: LL704


def walked_ok():
    for key in store.scan_iter(match="session:*", count=1000):
        print(key)


def newest_ok(name):
    return store.lrange(name, 0, 99)


def part_of_stream_ok(name):
    return store.xrange(name, count=100)


def own_dict_ok(settings):
    return list(settings.keys())


def one_field_ok(name):
    return store.hget(name, "size")


def sorted_part_ok(name):
    return store.sort(name, 0, 10)
