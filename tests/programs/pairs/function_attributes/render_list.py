def render(page):
    if not hasattr(render, "pages"):
        render.pages = {}
    render.pages[page] = "<li>%s</li>" % page * 5
    return len(render.pages)


for page in range(8_000):
    render(page)
print(render(0) > 0)
