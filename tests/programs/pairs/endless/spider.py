from collections import deque

todo = deque([1])
done = deque()
LAST = 9_000
while todo:
    page = todo.popleft()
    body = "<p>%d</p>" % page * 20
    if page < LAST:
        todo.append(page + 1)
    done.append((page, body))
print(len(done), len(todo))
