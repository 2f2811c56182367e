from weakref import WeakKeyDictionary


class Song:
    def __init__(self, title):
        self.title = title
        self.bars = [title] * 60


notes = WeakKeyDictionary()
for n in range(2_500):
    song = Song("song %d" % n)
    notes[song] = {"song": song, "rating": n % 5}
print(len(notes) > 0)
