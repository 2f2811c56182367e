import asyncio


class Gate:
    def __init__(self):
        self.log = []

    async def __aenter__(self):
        self.log.append({"entered": len(self.log), "by": "visitor"})
        return self

    async def __aexit__(self, kind, error, trace):
        self.log[-1]["left"] = True


gate = Gate()


async def main():
    for _ in range(8_000):
        async with gate:
            pass


asyncio.run(main())
print(len(gate.log) > 1)
