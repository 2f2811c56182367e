def outer_function():
    leak_list = []

    def inner_function(size):
        leak_list.append("x" * size)
        return len(leak_list)

    return inner_function


accumulate = outer_function()
for i in range(500):
    accumulate(10_000)
