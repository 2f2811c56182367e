"""A template engine for letters. Compiled templates are cached."""
import re

PLACE = re.compile(r"\{\{\s*(\w+)\s*\}\}")

TEMPLATES = {
    "welcome": "Dear {{ name }}, welcome to {{ club }}. Your number is {{ number }}.",
    "reminder": "Dear {{ name }}, your invoice {{ number }} is still open.",
}


class Engine:
    def __init__(self, templates):
        self.templates = templates
        self.compiled = {}

    def compile(self, source):
        if source not in self.compiled:
            self.compiled[source] = PLACE.split(source)
        return self.compiled[source]

    def render(self, name, values):
        source = self.templates[name]
        if "club" in values:
            source = source.replace("{{ number }}", f"No. {values['number']}")
        parts = self.compile(source)
        out = []
        for index, part in enumerate(parts):
            out.append(str(values[part]) if index % 2 else part)
        return "".join(out)


engine = Engine(TEMPLATES)


def main():
    letters = 0
    characters = 0
    for number in range(2500):
        values = {"name": f"Member {number}", "number": number}
        if number % 3:
            values["club"] = "the rowing club"
        text = engine.render("welcome" if "club" in values else "reminder", values)
        letters += 1
        characters += len(text)
    print(letters, characters)


if __name__ == "__main__":
    main()
