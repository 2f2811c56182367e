import queue
import threading

tasks = queue.Queue()
results = []
lock = threading.Lock()


def work():
    while True:
        number = tasks.get()
        if number is None:
            return
        squares = [n * n + number for n in range(1_000, 1_200)]
        with lock:
            results.append(sum(squares))


threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for number in range(150):
    tasks.put(number)
for thread in threads:
    tasks.put(None)
for thread in threads:
    thread.join()
threads.clear()
