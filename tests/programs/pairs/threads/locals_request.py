import threading

local = threading.local()
local.trail = []


def handle(number):
    entry = f"request {number} came in"
    local.trail = [entry]
    return len(local.trail)


for number in range(14_000):
    handle(number)
print(threading.current_thread() is threading.main_thread())
