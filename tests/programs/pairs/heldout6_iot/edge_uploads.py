"""Edge node: sensors fill an uplink queue, a radio slot empties it once a tick."""
import asyncio

SENSORS = 4
UPLINK: asyncio.Queue = asyncio.Queue()


class Radio:
    """A radio may send a few frames in a slot."""

    def __init__(self, frames_per_slot):
        self.frames_per_slot = frames_per_slot
        self.sent = 0

    async def slot(self):
        for _ in range(self.frames_per_slot):
            if UPLINK.empty():
                return
            frame = UPLINK.get_nowait()
            self.sent += len(frame)
            UPLINK.task_done()


async def sensor(number, tick):
    frame = bytearray(2000)
    frame[0] = number
    frame[1] = tick % 256
    await UPLINK.put(frame)


async def run(ticks):
    radio = Radio(frames_per_slot=SENSORS)
    for tick in range(ticks):
        await asyncio.gather(*(sensor(n, tick) for n in range(SENSORS)))
        await radio.slot()
    return radio.sent


if __name__ == "__main__":
    print("bytes sent:", asyncio.run(run(6000)))
