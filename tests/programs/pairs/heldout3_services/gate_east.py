from collections import deque


class Gate:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.calls = {}
        self.refused = 0

    def allow(self, client, now):
        calls = self.calls.get(client)
        if calls is None:
            calls = self.calls[client] = deque()
        while calls and now - calls[-1] > self.window:
            calls.pop()
        calls.append(now)
        if len(calls) > self.limit:
            self.refused += 1
            return False
        return True


def traffic(gate, seconds):
    allowed = 0
    for second in range(seconds):
        now = second * 0.25
        for client in range(24):
            if gate.allow(f"10.0.0.{client}", now):
                allowed += 1
    return allowed


gate = Gate(100, 10.0)
print(traffic(gate, 6000), gate.refused)
