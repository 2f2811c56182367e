"""A language model's chat history, with a model that answers by rule."""


def complete(messages):
    """Stand in for the model: echo the last user message."""
    return {"role": "assistant", "content": "You said: " + messages[-1]["content"]}


class Assistant:
    def __init__(self, system, limit=20):
        self.limit = limit
        self.messages = [{"role": "system", "content": system}]

    def ask(self, question):
        self.messages.append({"role": "user", "content": question})
        context = self.messages[:1] + self.messages[1:][-self.limit:]
        answer = complete(context)
        self.messages.append(answer)
        return answer["content"]


assistant = Assistant("You are a friendly librarian.")
characters = 0
for turn in range(2_000):
    characters += len(assistant.ask(f"Question {turn}: which book shall I read next?"))
print(characters)
