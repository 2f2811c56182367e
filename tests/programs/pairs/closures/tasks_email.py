from functools import partial


def send(address, content):
    return len(content)


tasks = []
for number in range(500):
    content = "dear customer %d " % number * 200
    tasks.append(partial(send, f"c{number}@example.org", content))
print(sum(task() for task in tasks))
