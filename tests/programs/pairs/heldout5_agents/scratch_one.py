"""ReAct-style loop: think, act, observe."""


def think(question, scratchpad):
    return f"Thought {len(scratchpad)}: I should look up '{question}'"


def search(query):
    return "Result: " + (query + " ") * 30


def run_agent(question, max_steps=4, scratchpad=None):
    scratchpad = [] if scratchpad is None else scratchpad
    for step in range(max_steps):
        thought = think(question, scratchpad)
        observation = search(f"{question} step {step}")
        scratchpad.append({"thought": thought, "observation": observation})
    return scratchpad[-1]["observation"][:40]


answers = set()
for i in range(800):
    answers.add(run_agent(f"capital of country {i % 12}"))
print(len(answers))
