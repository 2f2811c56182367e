import threading


class Job(threading.Thread):
    def __init__(self, data):
        super().__init__()
        self.data = data

    def run(self):
        self.size = len(self.data)


started = []
for number in range(150):
    data = bytes(40_000 + number)
    job = threading.Thread(target=len, args=(data,))
    job.start()
    job.join()
    started.append(job)
data = None
print(len(started))
