import threading

lock = threading.Lock()
results = []


def work(start):
    mine = results
    for number in range(start, start + 2_000):
        with lock:
            mine.append((number, "piece %d" % number))


threads = [threading.Thread(target=work, args=(n * 2_000,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
threads.clear()
print(len(results))
