"""Tool registry with a decorator, the way most agent frameworks do it."""
import inspect
import json

TOOLS = []


def tool(func):
    signature = inspect.signature(func)
    schema = {
        "name": func.__name__,
        "description": inspect.getdoc(func) or "",
        "parameters": {
            name: {"type": getattr(p.annotation, "__name__", "string"), "required": p.default is inspect.Parameter.empty}
            for name, p in signature.parameters.items()
        },
    }
    TOOLS.append((schema, func))
    return func


def find_tool(name):
    for schema, func in reversed(TOOLS):
        if schema["name"] == name:
            return func
    raise KeyError(name)


class Agent:
    def __init__(self, name):
        self.name = name
        self.setup()

    def setup(self):
        owner = self.name

        @tool
        def add(a: int, b: int):
            """Add two numbers."""
            return a + b

        @tool
        def echo(text: str, times: int = 1):
            """Repeat a text."""
            return f"{owner}: " + text * times

        @tool
        def lookup(key: str):
            """Look a key up in the knowledge base."""
            return {"key": key, "owner": owner}

    def act(self, call):
        request = json.loads(call)
        return find_tool(request["name"])(**request["arguments"])


def main():
    total = 0
    for n in range(600):
        agent = Agent(f"agent-{n}")
        total += agent.act(json.dumps({"name": "add", "arguments": {"a": n, "b": 1}}))
        agent.act(json.dumps({"name": "echo", "arguments": {"text": "hi", "times": 3}}))
        agent.act(json.dumps({"name": "lookup", "arguments": {"key": "x"}}))
    print(total)


if __name__ == "__main__":
    main()
