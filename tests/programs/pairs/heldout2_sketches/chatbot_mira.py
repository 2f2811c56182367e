"""Simulates a chatbot that keeps the latest messages of a conversation as its memory."""
import random

GREETINGS = ("hello", "hi", "good morning")
ANSWERS = {
    "weather": "It looks like rain, take an umbrella.",
    "food": "How about soup and bread?",
    "music": "I like the cello.",
}


class Conversation:
    def __init__(self, limit):
        self.limit = limit
        self.messages = [{"role": "system", "content": "You are friendly."}]

    def add(self, role, content):
        self.messages.append({"role": role, "content": content})
        self.trim()

    def trim(self):
        while len(self.messages) > self.limit:
            oldest = self.messages[0]
            if oldest["role"] != "system":
                break
            self.messages.remove(oldest)

    def words(self):
        return sum(len(message["content"].split()) for message in self.messages[-5:])


class Bot:
    def __init__(self, conversation):
        self.conversation = conversation
        self.unknown = 0

    def answer(self, text):
        self.conversation.add("user", text)
        lowered = text.lower()
        if lowered.startswith(GREETINGS):
            reply = "Hello! What can I do for you?"
        else:
            topic = next((topic for topic in ANSWERS if topic in lowered), None)
            if topic is None:
                self.unknown += 1
            reply = ANSWERS.get(topic, "I do not know.")
        self.conversation.add("assistant", reply)
        return reply


bot = Bot(Conversation(limit=12))


def main():
    rng = random.Random(8)
    longest = 0
    for turn in range(1200):
        topic = rng.choice(["the weather", "food", "music", "trains"])
        text = "Hi there" if turn % 20 == 0 else f"Question {turn}: tell me about {topic}"
        longest = max(longest, len(bot.answer(text)), bot.conversation.words())
    print(longest, bot.unknown)


if __name__ == "__main__":
    main()
