class Talk(list):
    LENGTH = 40

    def append(self, message):
        super().append(message)
        if len(self) > self.LENGTH:
            del self[0]


room = Talk()
for minute in range(10_000):
    room.append({"minute": minute, "text": f"message {minute}"})
print(room[-1]["text"])
