"""Clocks, of which the order of readings and the sleep between them are known, and names that are like no other."""
import secrets
import time
import uuid
from datetime import datetime, timedelta

first, noon = time.time(), datetime.now()
time.sleep(0.05)
second, later = time.time(), datetime.now()
readings = [second > first, second - first > 0.05, second - first > 60, first + 30 < second, second - first < 3600, first - second < 0, (second - first) * 1000 > 20,
            -(second - first) < 0, {first: "a", second: "b"}[first], 100 - (second - first) > 50, second - first >= 0, 1 if first else 2, "yes" if second - first else "no",
            min(["b", "a"], key={"a": first, "b": second}.get)]
moments = [noon < later, later - noon > timedelta(seconds=30), (later - noon).total_seconds() > 0.04, later + timedelta(hours=1) > noon, noon - timedelta(days=1) < later,
           timedelta(minutes=5) > later - noon, isinstance(later, datetime)]


class Expiring:
    def __init__(self, seconds):
        self.seconds = seconds
        self.kept = {}

    def put(self, key):
        now = time.monotonic()
        for old in [k for k, since in self.kept.items() if now - since > self.seconds]:
            del self.kept[old]
        self.kept[key] = now


long, short = Expiring(60), Expiring(0.01)
for number in range(5):
    long.put(number)
    short.put(number)
    time.sleep(0.02)
deadline, trips = time.monotonic() + 5, 0
while trips < 7 and time.monotonic() < deadline:
    trips += 1


one, two = uuid.uuid4(), uuid.uuid4()
ids = {str(uuid.uuid4()): number for number in range(20)}
token, user = secrets.token_hex(8), f"user-{uuid.uuid4().hex[:8]}"
sessions = {token: "a", user: "b", one: "c", "s-" + str(two): "d"}
names = [one == two, one == one, len(str(one)), len(one.hex), len(ids), str(one) in ids, f"{one}" == str(one), len(token), len(secrets.token_urlsafe(16)), token == "admin", token != user,
         len({secrets.token_hex(6) for _ in range(50)}), len(user), sessions[token], sessions[user], sessions[one], sessions[f"s-{two}"], sessions.get("s-" + str(one)), token in ["x", token], "a" + ("b" + token) == "ab" + token, {f"k-{token[:8]}": 5}["k-" + token[0:8]]]
for name in list(ids)[:15]:
    del ids[name]

result = repr((readings, moments, list(long.kept), list(short.kept), trips, names, len(ids)))
