import asyncio


class Member:
    def __init__(self, name):
        self.name = name
        self.box = asyncio.Queue()
        self.here = True

    async def read(self, count):
        return [await self.box.get() for _ in range(count)]


class Room:
    def __init__(self):
        self.members = {}

    def join(self, name):
        self.members[name] = Member(name)
        return self.members[name]

    def leave(self, name):
        self.members[name].here = False
        del self.members[name]

    async def say(self, text):
        for member in self.members.values():
            await member.box.put(text)


room = Room()


async def main():
    read = 0
    for n in range(170):
        member = room.join(f"guest{n}")
        for line in range(4):
            await room.say(f"line {line} by guest {n}")
        read += len(await member.read(4))
        room.leave(member.name)
    return read


print(asyncio.run(main()))
