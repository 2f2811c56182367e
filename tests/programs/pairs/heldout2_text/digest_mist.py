"""Writes a report section by section and mails it when a section is long enough."""


class Report:
    def __init__(self, title):
        self.title = title
        self.text = ""
        self.sections = 0

    def add(self, heading, lines):
        body = "\n".join(f"  - {line}" for line in lines)
        self.text = f"{self.text}\n{heading.upper()}\n{body}"
        self.sections += 1
        return len(self.text)


class Mailer:
    def __init__(self):
        self.sent = 0

    def send(self, report):
        summary = report.text[:60].replace("\n", " / ")
        self.sent += 1
        return summary


def measurements(day):
    yield f"temperature {day % 30 - 5} degrees"
    if day % 3 == 0:
        yield "rain in the morning, dry in the afternoon"
    yield "wind from the {}".format(["north", "west", "south"][day % 3])
    yield "pressure {:.1f} hPa, humidity {}%".format(990 + day % 40 / 2, 40 + day % 50)


report = Report("Weather digest")
mailer = Mailer()


def main():
    for day in range(3000):
        length = report.add(f"day {day}", measurements(day))
        if length > 120 and day % 50 == 0:
            mailer.send(report)
    print(report.sections, mailer.sent)


if __name__ == "__main__":
    main()
