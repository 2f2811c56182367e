import queue
import threading

backlog = queue.Queue()
urgent = queue.Queue()
done = []


def worker():
    while True:
        page = urgent.get()
        if page is None:
            return
        done[:] = [page["number"]]
        urgent.task_done()


thread = threading.Thread(target=worker)
thread.start()
for n in range(4000):
    urgent.put({"number": n, "address": f"https://example.org/page/{n}"})
urgent.put(None)
thread.join()
print(done)
