import json


def feed(count):
    for n in range(count):
        document = {
            "id": n,
            "title": f"Story {n}",
            "tags": [f"tag{n % 9}", f"tag{n % 14}", "news"],
            "author": {"name": f"Author {n % 40}", "desk": ["home", "world", "sport"][n % 3]},
        }
        yield json.dumps(document)


latest = {}
desks = {}
for text in feed(6000):
    story = json.loads(text)
    desk = story["author"]["desk"]
    desks[desk] = desks.get(desk, 0) + 1
    latest[story["id"] % 64] = story
print(sorted(desks.items()))
