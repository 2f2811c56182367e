class Transcript:
    def __init__(self, limit):
        self.limit = limit
        self.turns = []

    def add(self, role, text):
        self.turns.append({"role": role, "content": text})
        del self.turns[:-self.limit]

    def prompt(self):
        return "\n".join(turn["content"] for turn in self.turns[-self.limit:])


def complete(prompt):
    return f"reply to {len(prompt)} characters"


transcript = Transcript(limit=40)
answers = []
for question in range(600):
    transcript.add("user", f"question number {question}: what is {question} times {question}?")
    prompt = transcript.prompt()
    reply = complete(prompt)
    transcript.add("assistant", reply)
    answers.append(len(prompt) + len(reply))
