"""A chat agent with tools and a context budget; the model is a stand-in."""
from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Callable

Tool = Callable[..., Any]


@dataclass
class Message:
    role: str
    content: str
    meta: dict = field(default_factory=dict)

    def tokens(self) -> int:
        return 1 + len(self.content) // 4


class EchoModel:
    """Asks for a tool on every third prompt."""

    def complete(self, messages: list[Message]) -> Message:
        last = messages[-1]
        if last.role == "user" and len(last.content) % 3 == 0:
            return Message("call", json.dumps({"tool": "lookup", "args": {"topic": last.content[:9]}}))
        return Message("assistant", "Answer to: " + last.content[-200:])


def lookup(topic: str) -> str:
    return f"[{topic}] " + "reference text " * 220


class ChatAgent:
    def __init__(self, model: EchoModel, tools: dict[str, Tool], keep: int = 24) -> None:
        self.model, self.tools, self.keep = model, tools, keep
        self.messages: list[Message] = [Message("system", "Be brief.")]

    def _compact(self) -> list[Message]:
        messages = self.messages
        if len(messages) > self.keep:
            messages[:] = messages[:1] + messages[-self.keep // 2:]
        return messages

    def ask(self, prompt: str) -> str:
        self.messages.append(Message("user", prompt))
        while True:
            reply = self.model.complete(self._compact())
            self.messages.append(reply)
            if reply.role != "call":
                return reply.content
            call = json.loads(reply.content)
            result = self.tools[call["tool"]](**call["args"])
            self.messages.append(Message("tool", result))


agent = ChatAgent(EchoModel(), {"lookup": lookup})


def main() -> None:
    size = 0
    for n in range(12_000):
        size += len(agent.ask(f"question number {n * n}"))
    print(size)


if __name__ == "__main__":
    main()
