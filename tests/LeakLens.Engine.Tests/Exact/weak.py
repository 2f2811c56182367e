import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def call(self):
        return self.name


kept = [Thing("kept")]
things = weakref.WeakSet()
by_name = weakref.WeakValueDictionary()
notes = weakref.WeakKeyDictionary()
for name in ("first", "second"):
    thing = Thing(name)
    things.add(thing)
    by_name[name] = thing
    notes[thing] = f"about {name}"
things.add(kept[0])
notes[kept[0]] = "about kept"
reference = weakref.ref(kept[0])
method = weakref.WeakMethod(kept[0].call)
before = (len(things), sorted(one.name for one in things), list(by_name), sorted(notes.values()), reference() is kept[0], method()())
del thing
kept.clear()
after = (len(things), len(by_name), by_name.get("second", "gone"), len(notes), reference() is None, method() is None)
result = repr((before, after))
