class Page:
    def __init__(self, url, opener):
        self.url = url
        self.body = bytes(500)
        self.opener = opener


page = Page("/", None)
for n in range(4_000):
    page = Page(f"/page/{n}", opener=page)
print(page.url)
