import asyncio


class Socket:
    def __init__(self, number):
        self.number = number
        self.inbox = bytearray(400)

    async def messages(self):
        for text in ("hello", "bye"):
            await asyncio.sleep(0)
            yield text


class Hub:
    def __init__(self):
        self.sockets = set()
        self.lines = 0

    async def serve(self, socket):
        self.sockets.add(socket)
        try:
            async for text in socket.messages():
                self.lines += 1
        except ConnectionError:
            self.sockets.discard(socket)


async def main(hub):
    for start in range(0, 600, 20):
        await asyncio.gather(*(hub.serve(Socket(start + n)) for n in range(20)))


hub = Hub()
asyncio.run(main(hub))
