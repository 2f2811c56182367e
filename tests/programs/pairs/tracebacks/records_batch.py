import logging

records = []


class ListHandler(logging.Handler):
    def emit(self, record):
        records.append(record.getMessage() if record.exc_info is None else record)


log = logging.getLogger("billing")
log.propagate = False
log.addHandler(ListHandler())


def bill(number):
    lines = [f"line {number}-{n}" for n in range(60)]
    raise LookupError(lines[-1])


for number in range(400):
    try:
        bill(number)
    except LookupError:
        log.error("bill %d", number)
print(len(records))
