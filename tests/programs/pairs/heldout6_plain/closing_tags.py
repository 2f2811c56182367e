# check that the tags of many small pages are balanced
import re

VOID = {"br", "hr", "img"}
stack = []
pages = 0


def check(html):
    for close, tag in re.findall(r"<(/?)(\w+)[^>]*>", html):
        if close:
            if tag in stack:
                at = len(stack) - 1 - stack[::-1].index(tag)
                del stack[at]
        elif tag.upper() not in VOID:
            stack.append(tag)


for n in range(1500):
    check("<p>%d" % n + "<br><b>x</b>" * 8 + "<img src='a.png'></p>")
    pages += 1
print(pages)
