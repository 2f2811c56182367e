"""A chat room with asyncio queues; people join, read some messages and leave."""
import asyncio


class Room:
    def __init__(self):
        self.mailboxes = {}
        self.delivered = 0

    def join(self, name):
        mailbox = asyncio.Queue()
        self.mailboxes[name] = mailbox
        return mailbox

    def leave(self, name):
        mailbox = self.mailboxes.pop(name, None)
        while mailbox is not None and not mailbox.empty():
            mailbox.get_nowait()

    async def say(self, author, text):
        mailbox = self.mailboxes[author]
        await mailbox.put(f"{author}: {text}")
        self.delivered += 1


async def person(room, name, messages):
    mailbox = room.join(name)
    try:
        for number in range(messages):
            await room.say(name, f"message {number}")
            if number == 2:
                await mailbox.get()
    finally:
        room.leave(name)


async def evening(room, people):
    for number in range(people):
        await person(room, f"visitor {number}", number % 4 + 1)


room = Room()


def main():
    asyncio.run(evening(room, 500))
    print(room.delivered, "messages")


if __name__ == "__main__":
    main()
