"""Exceptions: causes, contexts, notes, what they carry, and the order in which try, finally and else run."""
log = []


class Invalid(Exception):
    def __init__(self, field, message, *, code=None):
        super().__init__(f"{field}: {message}")
        self.field, self.code = field, code


class Stack:
    class Empty(LookupError):
        def __init__(self, message="stack is empty"):
            super().__init__(message)

    def __init__(self):
        self._items = []

    def pop(self):
        if not self._items:
            raise self.Empty
        return self._items.pop()


def chain(problem):
    names = []
    while problem is not None:
        names.append(f"{type(problem).__name__}({problem})")
        problem = problem.__cause__ or (None if problem.__suppress_context__ else problem.__context__)
    return names


def translated(how):
    try:
        {}["key"]
    except KeyError as problem:
        if how == "from":
            raise Invalid("key", "missing", code=3) from problem
        if how == "none":
            raise Invalid("key", "missing") from None
        raise Invalid("key", "missing")


def cleaning():
    try:
        try:
            1 / 0
        finally:
            log.append("cleaned")
            raise RuntimeError("while cleaning")
    except RuntimeError as problem:
        return chain(problem)


def returning():
    try:
        return "first"
    finally:
        return "second"


def looping():
    for number in range(5):
        try:
            if number == 1:
                continue
            if number == 3:
                break
            log.append(number)
        finally:
            log.append(f"finally {number}")
    else:
        log.append("never")
    return number


def noted():
    problem = ValueError("plain")
    problem.add_note("a note")
    return problem.__notes__


def coded():
    try:
        raise SystemExit(3)
    except BaseException as problem:
        return problem.code


def system(number):
    try:
        raise OSError(number, "text", "name")
    except FileNotFoundError as problem:
        return "missing", problem.errno, problem.strerror, problem.filename, str(problem)
    except OSError as problem:
        return type(problem).__name__, problem.args


def told(action, *arguments):
    try:
        return action(*arguments)
    except Exception as problem:
        return chain(problem)


def changed(container, change):
    for item in container:
        change(item)


table, members = {1: 1}, {1}
result = repr([
    told(translated, "from"), told(translated, "none"), told(translated, "context"), cleaning(), returning(), looping(), noted(), coded(), system(2), system(13), told(Stack().pop), log,
    told(changed, table, lambda item: table.update({item + 1: 1})), told(changed, members, lambda item: members.add(item + 1)), told(lambda: [][0]), told(lambda: int("x")), told(lambda: {}["k"]),
])
