def audited(function):
    def wrapper(source, target, amount):
        entry = f"{source} -> {target}: {amount}"
        wrapper.entries.append(entry)
        return function(source, target, amount)

    wrapper.entries = []
    return wrapper


@audited
def transfer(source, target, amount):
    return amount > 0


for n in range(15_000):
    transfer("account %d" % (n % 9), "account %d" % (n % 7), n)
print(len(transfer.entries))
