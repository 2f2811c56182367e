"""Mail merge with a cache of compiled templates."""
import re
import textwrap
from string import Template

SOURCES = {
    "welcome": "Dear $name, welcome to $shop! " + "We are glad that you have joined us. " * 6 + "Your code is $code.",
    "reminder": "Dear $name, your basket at $shop waits. " + "Prices may change at any time. " * 6 + "Use $code.",
}
PLACEHOLDER = re.compile(r"\$(\w+)")


class TemplateCache:
    def __init__(self):
        self.compiled = {}

    def get(self, source):
        if source not in self.compiled:
            fields = tuple(dict.fromkeys(PLACEHOLDER.findall(source)))
            self.compiled[source] = Template(source), fields
        return self.compiled[source]


cache = TemplateCache()


def greet(kind, customer):
    source = SOURCES[kind].replace("$name", customer["name"])
    template, fields = cache.get(source)
    return template.substitute({field: customer[field] for field in fields})


def customers(count):
    for n in range(count):
        yield {"name": f"Customer {n}", "shop": "Corner Shop", "code": f"C{n * 17 % 1000:03d}"}


def main():
    height = 0
    for customer in customers(1500):
        for kind in SOURCES:
            letter = textwrap.wrap(greet(kind, customer)[:160], 60)
            height += len(letter)
    print(height)


if __name__ == "__main__":
    main()
