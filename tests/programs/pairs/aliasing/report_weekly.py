class Report:
    def __init__(self, lines):
        self.lines = list(lines)

    def add(self, text):
        self.lines.append(text)
        return self


lines = ["header"]
for month in range(600):
    report = Report(lines)
    for day in range(20):
        report.add(f"{month}/{day}: revenue {month * day}")
    report.lines = []
print(len(lines))
