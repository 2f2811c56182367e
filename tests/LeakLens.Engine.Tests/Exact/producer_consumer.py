import queue
import threading

jobs = queue.Queue(maxsize=3)
done = []


def produce():
    for number in range(20):
        jobs.put({"number": number, "text": f"job {number}"})
    jobs.put(None)


def consume():
    while True:
        job = jobs.get()
        if job is None:
            jobs.task_done()
            break
        done.append(job["text"])
        jobs.task_done()


threads = [threading.Thread(target=consume), threading.Thread(target=produce)]
for thread in threads:
    thread.start()
jobs.join()
for thread in threads:
    thread.join()
result = repr((done, jobs.qsize(), jobs.empty(), [thread.is_alive() for thread in threads]))
