"""A playlist as a doubly linked list that keeps the latest songs."""


class Song:
    def __init__(self, title, seconds):
        self.title = title
        self.seconds = seconds
        self.next = None
        self.previous = None


class Playlist:
    def __init__(self, limit):
        self.limit = limit
        self.head = None
        self.tail = None
        self.size = 0
        self.seconds = 0

    def append(self, song):
        if self.tail is None:
            self.head = self.tail = song
        else:
            song.previous = self.tail
            self.tail.next = song
            self.tail = song
        self.size += 1
        self.seconds += song.seconds
        if self.size > self.limit:
            self.drop_first()

    def drop_first(self):
        first = self.head
        self.head, first.next.previous, first.next = first.next, None, None
        self.size -= 1
        self.seconds -= first.seconds

    def latest(self, count):
        titles = []
        song = self.tail
        while song is not None and len(titles) < count:
            titles.append(song.title)
            song = song.previous
        return titles


playlist = Playlist(limit=30)


def main():
    for number in range(6000):
        playlist.append(Song(f"Track {number}", 120 + number % 90))
    print(playlist.size, playlist.latest(3))


if __name__ == "__main__":
    main()
