from collections import deque
from urllib.parse import urldefrag, urljoin

START = "https://site.example/p0"


def links_on(address):
    page = int(address.split("/p")[1].split("#")[0])
    for step in (1, 2, 3):
        yield urljoin(address, f"/p{(page + step) % 40}#section-{page}-{step}-{counter}")


visited = set()
waiting = deque([START])
counter = 0
while waiting and counter < 2_500:
    address = waiting.popleft()
    counter += 1
    for link in links_on(address):
        target = urldefrag(link).url
        if target not in visited:
            visited.add(target)
            waiting.append(target)
    if not waiting:
        waiting.append(START)
