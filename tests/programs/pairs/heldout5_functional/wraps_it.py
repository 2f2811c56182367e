from functools import wraps


def logged(func, settings):
    @wraps(func)
    def wrapper(value):
        prefix = settings["prefix"]
        return prefix, value
    return wrapper


def plain(value):
    return value


handler = plain
for reload_count in range(2500):
    settings = {"prefix": f"[{reload_count}]", "table": [reload_count] * 50}
    handler = logged(handler, settings)
    handler("hello")
print(handler("bye"))
