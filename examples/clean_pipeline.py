"""A pipeline that touches a gigabyte and holds on to none of it. LeakLens has nothing to say about this file."""

RECORDS = 20_000
RECORD_BYTES = 50_000
BATCH = 100

batch = []
state = {"written": 0, "label": ""}
labels = []


def make_record(number):
    return str(number % 10) * RECORD_BYTES


def checksum(record):
    return (len(record) + ord(record[0])) % 251


def write_batch():
    """Stands for the network: takes the batch, and lets go of it."""
    for record in batch:
        state["written"] += len(record)
    batch.clear()


def run(records):
    for start in range(0, records, BATCH):
        for number in range(start, start + BATCH):
            batch.append(make_record(number))
        write_batch()
        state["label"] = "records up to " + str(start + BATCH)


def sample_checksums(records):
    seen = set()
    for number in range(0, records, 97):
        seen.add(checksum(make_record(number)))
    return len(seen)


def name_columns():
    for _ in range(12):
        labels.append("column")


if __name__ == "__main__":
    name_columns()
    print("distinct checksums:", sample_checksums(RECORDS))
    run(RECORDS)
    print(state["written"], "characters written,", state["label"])
