staging = {}


def publish(document):
    if "approved" not in document:
        raise KeyError("approved")


for n in range(6_000):
    document = {"title": f"Document {n}", "body": "lorem ipsum " * 20 + str(n)}
    staging[n] = document
    try:
        publish(document)
    except KeyError:
        pass
    finally:
        staging.clear()
print(len(staging))
