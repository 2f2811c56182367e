"""Order endpoint with idempotency keys, so that a client may send the same request twice."""
import json

processed = {}
stock = {"apple": 100000, "pear": 100000, "plum": 100000}


class Response:
    def __init__(self, status, body):
        self.status = status
        self.body = body

    def __repr__(self):
        return f"<{self.status} {self.body}>"


def idempotency_key(request):
    return f"{request['client']}:{request['item']}"


def place_order(request):
    item, count = request["item"], request["count"]
    if stock[item] < count:
        return Response(409, json.dumps({"error": "sold out"}))
    stock[item] -= count
    body = {"item": item, "count": count, "left": stock[item]}
    return Response(201, json.dumps(body))


def handle(raw):
    request = json.loads(raw)
    key = idempotency_key(request)
    if request.get("again") and key in processed:
        return processed[key]
    response = place_order(request)
    processed[key] = response
    return response


def requests(total):
    items = list(stock)
    for number in range(total):
        request = {
            "client": f"c{number % 7}",
            "number": number,
            "item": items[number % len(items)],
            "count": number % 4 + 1,
        }
        yield json.dumps(request)
        if number % 10 == 0:
            request["again"] = True
            yield json.dumps(request)


def main():
    codes = {}
    for raw in requests(3000):
        response = handle(raw)
        codes[response.status] = codes.get(response.status, 0) + 1
    print(codes)


if __name__ == "__main__":
    main()
