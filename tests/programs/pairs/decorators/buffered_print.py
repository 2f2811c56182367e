def buffered(function):
    def wrapper(text):
        pending = []
        pending.append(text.upper())
        if len(pending) > 1_000_000:
            pending.clear()
        return function(text)

    return wrapper


@buffered
def show(text):
    return len(text)


print(sum(show(f"line {n} of the buffered text") for n in range(12_000)))
