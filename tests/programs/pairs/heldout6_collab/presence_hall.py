"""Presence of the participants in shared documents."""
import logging
from dataclasses import dataclass, field

log = logging.getLogger("presence")


@dataclass
class Member:
    user: str
    colour: str
    trail: list = field(default_factory=list, compare=False)

    def __hash__(self):
        return hash(self.user)


class Room:
    def __init__(self, title):
        self.title = title
        self.members = set()
        self.peak = 0

    def join(self, user):
        member = Member(user, "#%06x" % (len(user) * 70000))
        self.members.add(member)
        return member

    def leave(self, user):
        self.members.discard(Member(user, "#%06x" % (len(user) * 70000)))


room = Room("roadmap")


def visit(n):
    user = f"user-{n:05d}"
    member = room.join(user)
    member.trail.extend((x, x * n % 977) for x in range(20))
    room.peak = max(room.peak, len(member.trail))
    room.leave(user)
    log.debug("%s left", user)


def main():
    for n in range(4000):
        visit(n)
    print("longest trail", room.peak)


if __name__ == "__main__":
    main()
