"""Builds reports from parts.

Example:
    builder = ReportBuilder("Sales")
    builder.heading("March").line("Total", 120)
    text = builder.build()
"""


class ReportBuilder:
    def __init__(self, title):
        self.title = title
        self._parts = []

    def heading(self, text):
        self._parts.append(f"== {text} ==")
        return self

    def line(self, label, value):
        self._parts.append(f"{label:.<40}{value:>12}")
        return self

    def build(self):
        """Return the finished text of this report."""
        parts = [self.title] + self._parts[-6:]
        return "\n".join(parts)


builder = ReportBuilder("Sales by month")
length = 0
for month in range(2_500):
    builder.heading(f"Month {month}")
    for label in ("Total", "Returned", "Tax", "Net", "Open"):
        builder.line(label, month * len(label))
    length += len(builder.build())
print(f"{length} characters in all reports")
