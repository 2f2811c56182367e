"""Drops repeated records from a stream of JSON lines."""
import io
import json

seen = set()


def sample(count):
    kinds = ("login", "click", "scroll", "logout")
    for number in range(count):
        record = {
            "kind": kinds[number % 4],
            "user": f"user-{number % 25}",
            "at": 1700000000 + number,
        }
        yield json.dumps(record)


def write_log(lines):
    log = io.StringIO()
    for line in lines:
        log.write(line)
        log.write("\n")
    log.seek(0)
    return log


def fingerprint(record):
    trimmed = dict(record)
    trimmed.pop("seen_at", None)
    return json.dumps(trimmed, sort_keys=True)


def unique(log):
    for line in log:
        record = json.loads(line)
        mark = fingerprint(record)
        if mark in seen:
            continue
        seen.add(mark)
        yield record


def main():
    log = write_log(sample(6000))
    users = {}
    for record in unique(log):
        users[record["user"]] = users.get(record["user"], 0) + 1
    print(len(users), "users,", sum(users.values()), "records")


if __name__ == "__main__":
    main()
