"""Comment threads that tell the open editor panes about news."""
import weakref


class Thread:
    def __init__(self, title):
        self.title = title
        self.watchers = []
        self.comments = 0

    def watch(self, callback):
        self.watchers = [w for w in self.watchers if w() is not None]
        self.watchers.append(weakref.ref(callback, None) if callback.__class__ is type(len) else self._wrap(callback))

    @staticmethod
    def _wrap(callback):
        return weakref.WeakMethod(callback)

    def add(self, text):
        self.comments += 1
        for watcher in self.watchers[-5:]:
            target = watcher()
            if target is not None:
                target(text)


class Pane:
    def __init__(self, thread):
        self.buffer = bytearray(16_384)
        self.used = 0
        thread.watch(self.show)

    def show(self, text):
        self.used += len(text)
        self.buffer[:len(text)] = text.encode()


review = Thread("review of chapter 3")


def main():
    shown = 0
    for n in range(2000):
        pane = Pane(review)
        review.add(f"comment {n}")
        shown += pane.used
    print(review.comments, shown)


main()
