history = [{"role": "system", "content": "You are a helpful assistant."}]


def fake_llm(messages):
    return f"Answer {len(messages)}: " + "lorem ipsum " * 40


def chat(user_text, messages):
    messages.append({"role": "user", "content": user_text})
    reply = fake_llm(messages)
    messages.append({"role": "assistant", "content": reply})
    if len(messages) > 20:
        messages[:] = messages[:1] + messages[-19:]
    return messages[-1]["content"]


for turn in range(1500):
    chat(f"question number {turn}", history)
print("done")
