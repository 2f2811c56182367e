"""
Chat memory with a token budget.

``ChatMemory`` stores the messages of a conversation and builds the prompt for
the next model call. When the conversation becomes longer than the budget, the
oldest messages are folded into a running summary.
"""
from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from enum import Enum
from typing import Optional


class Role(str, Enum):
    """Who wrote a message."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


@dataclass
class Message:
    """One message of the conversation."""

    role: Role
    content: str
    metadata: dict = field(default_factory=dict)

    @property
    def tokens(self) -> int:
        """Rough estimate: four characters per token."""
        return len(self.content) // 4 + 4


class ChatMemory:
    """Conversation buffer that keeps the prompt within ``max_tokens``."""

    def __init__(self, max_tokens: int = 2000, system_prompt: Optional[str] = None) -> None:
        self.max_tokens = max_tokens
        self.messages: list[Message] = []
        self.summary = ""
        self.trimmed = 0
        if system_prompt:
            self.messages.append(Message(Role.SYSTEM, system_prompt))

    # -- recording -------------------------------------------------------
    def add_user(self, content: str, **metadata) -> None:
        self._add(Message(Role.USER, content, metadata))

    def add_assistant(self, content: str, **metadata) -> None:
        self._add(Message(Role.ASSISTANT, content, metadata))

    def _add(self, message: Message) -> None:
        self.messages.append(message)
        self._trim()

    # -- trimming --------------------------------------------------------
    def _trim(self) -> None:
        """Fold the oldest messages into the summary until the budget is met."""
        window = self.messages
        used = sum(message.tokens for message in window)
        position = 1 if window[0].role is Role.SYSTEM else 0
        while used > self.max_tokens and len(window) > position + 2:
            oldest = window.pop(position)
            used -= oldest.tokens
            self.trimmed += 1
            self.summary = f"{oldest.content[:60]} / {self.summary}"[:400]

    # -- prompting -------------------------------------------------------
    def build_prompt(self) -> str:
        """Serialise the most recent messages as JSON."""
        recent = [asdict(message) for message in self.messages[-6:]]
        return json.dumps({"summary": self.summary, "messages": recent})


class FakeModel:
    """Stands in for a language model and answers by rule."""

    def complete(self, prompt: str) -> str:
        size = len(prompt)
        return f"Here is a detailed answer to your question ({size} characters of context). " * 8


memory = ChatMemory(max_tokens=1500, system_prompt="You are a helpful assistant.")


def chat(model: FakeModel, question: str, turn: int) -> str:
    """One turn of the conversation."""
    memory.add_user(question, turn=turn)
    answer = model.complete(memory.build_prompt())
    memory.add_assistant(answer, turn=turn, length=len(answer))
    return answer


def main() -> None:
    """Simulate a long conversation."""
    model = FakeModel()
    total = 0
    for turn in range(2000):
        question = f"Question {turn}: how do I sort a list of {turn * 3} records by date? " * 3
        total += len(chat(model, question, turn))
    print(f"{total} characters answered, {memory.trimmed > 0=}, prompt of {len(memory.build_prompt())}")


if __name__ == "__main__":
    main()
