"""A chat service in miniature: visitors connect, each gets a session, and the last fault is kept for the operator."""

RECEIVE_BUFFER = 65_536

sessions = {}
last_fault = {}
outbox = []


def open_session(visitor):
    sessions[visitor] = "\0" * RECEIVE_BUFFER


def note_fault(visitor, reason):
    last_fault["visitor"] = visitor
    last_fault["reason"] = reason


def greet(visitor):
    outbox.append("welcome, visitor " + str(visitor))


def flush_outbox():
    outbox.clear()


def serve(visitors):
    for visitor in range(visitors):
        open_session(visitor)
        greet(visitor)
        flush_outbox()
        if visitor % 100 == 99:
            note_fault(visitor, "slow client")


def report():
    print("open sessions:", len(sessions))
    print("last fault:", last_fault["reason"], "from visitor", last_fault["visitor"])


if __name__ == "__main__":
    serve(2_000)
    report()
