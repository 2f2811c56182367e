def stateful(count):
    state_list = []
    for i in range(count):
        state_list.append("x" * (1_000 + i))
        yield state_list


def outer(count):
    yield from stateful(count)


for state in outer(1_000):
    last = state
