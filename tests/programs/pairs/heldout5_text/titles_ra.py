import re

TITLE = re.compile(r"<title>(?P<title>[^<]*)</title>")


def page(n):
    return f"<html><head><title>Page {n}</title></head><body>" + f"<p>paragraph {n}</p>" * 1500 + "</body></html>"


titles = {}
for n in range(900):
    found = TITLE.search(page(n))
    if found:
        titles[n] = found
print(len(titles), titles[7])
