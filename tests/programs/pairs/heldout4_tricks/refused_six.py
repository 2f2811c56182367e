import json
import struct


class BadPacket(Exception):
    def __init__(self, number, reason):
        super().__init__(number, reason)
        self.number = number
        self.reason = reason


def packet(number):
    body = json.dumps({"n": number, "values": list(range(number % 50, number % 50 + 200))}).encode()
    length = len(body) if number % 4 else len(body) + 1
    return struct.pack(">IH", length, number % 65536) + body


def parse(number, raw):
    header, body = raw[:6], raw[6:]
    length, check = struct.unpack(">IH", header)
    fields = json.loads(body)
    if length != len(body):
        raise BadPacket(number, f"{length} bytes announced, {len(body)} came")
    return fields["n"] + check


problems = {}
total = 0
for number in range(1600):
    try:
        total += parse(number, packet(number))
    except BadPacket as problem:
        problems[number] = str(problem)
print(total, len(problems), "refused; the first:", problems[0])
