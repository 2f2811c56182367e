"""Walks nested documents and lists the paths of their leaves."""
import json


def walk(node, path=""):
    if isinstance(node, dict):
        for key, value in node.items():
            yield from walk(value, f"{path}.{key}" if path else key)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from walk(value, f"{path}[{index}]")
    else:
        yield path, node


paths = {}


def make_document(number):
    return {
        "id": number,
        "name": f"document {number}",
        "tags": [f"tag{tag}" for tag in range(number % 4)],
        "owner": {"name": "Kim", "groups": [{"name": "staff"}, {"name": "press"}]},
    }


def load(number):
    text = json.dumps(make_document(number), indent=1)
    return json.loads(text)


def inspect(document):
    leaves = 0
    for path, value in walk(document):
        paths[path] = type(value).__name__
        leaves += 1
    return leaves


def main():
    leaves = 0
    for number in range(1000):
        leaves += inspect(load(number))
    print(leaves, "leaves of", len({path[-1] for path in paths}), "endings")


if __name__ == "__main__":
    main()
