class Journal:
    def __init__(self, lines_per_segment, keep):
        self.lines_per_segment = lines_per_segment
        self.keep = keep
        self.segments = []
        self.lines = []
        self.rotations = 0

    def write(self, level, text):
        self.lines.append(f"{level:<7}{text}")
        if len(self.lines) == self.lines_per_segment:
            self.rotate()

    def rotate(self):
        self.segments.append("\n".join(self.lines))
        self.lines = []
        self.rotations += 1
        if len(self.segments) > self.keep:
            self.segments[-self.keep:]

    def tail(self, count):
        return (self.segments[-1].split("\n") if self.segments else self.lines)[-count:]


class Worker:
    def __init__(self, journal):
        self.journal = journal

    def handle(self, job):
        self.journal.write("INFO", f"job {job} taken from queue {job % 6}")
        if job % 9 == 0:
            self.journal.write("WARNING", f"job {job} was slow and is reported to the dashboard")
        self.journal.write("INFO", f"job {job} done")


journal = Journal(200, 3)
worker = Worker(journal)
for job in range(20000):
    worker.handle(job)
print(journal.rotations, journal.tail(1))
