"""A quality-of-service-1 publisher with an in-flight table, over a loop-back broker."""
from __future__ import annotations

import struct
from typing import Protocol


class Transport(Protocol):
    def exchange(self, frame: bytes) -> bytes: ...


class LoopbackBroker:
    def __init__(self) -> None:
        self.frames = 0

    def exchange(self, frame: bytes) -> bytes:
        self.frames += 1
        (packet_id,) = struct.unpack_from(">I", frame)
        return b"ACK %d" % packet_id


class Session:
    """Holds what has to be sent again when the link breaks."""

    def __init__(self, transport: Transport) -> None:
        self.transport = transport
        self.inflight: dict[int, bytes] = {}
        self._next = 0

    def publish(self, topic: str, payload: bytes) -> None:
        self._next += 1
        packet_id = self._next
        frame = struct.pack(">IH", packet_id, len(topic)) + topic.encode() + payload
        self.inflight[packet_id] = frame
        self._on_ack(self.transport.exchange(frame))

    def _on_ack(self, reply: bytes) -> None:
        word, _, packet_id = reply.decode().partition(" ")
        if word == "ACK":
            self.inflight.pop(int(packet_id), None)


session = Session(LoopbackBroker())


def main() -> None:
    for n in range(20_000):
        session.publish(f"plant/{n % 12}/temperature", b"\x00" * 900)
    print(session.transport.frames)


if __name__ == "__main__":
    main()
