"""
A simple plugin system.

Plugins are classes that derive from ``Plugin``. They are discovered through
``__init_subclass__`` and subscribe to hooks with the ``@hook`` decorator. The
manager can reload a plugin to pick up a new configuration.
"""
from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from typing import Any, Callable, ClassVar

HookFunction = Callable[..., Any]


def hook(name: str) -> Callable[[HookFunction], HookFunction]:
    """Mark a method as the implementation of the hook ``name``."""

    def decorator(function: HookFunction) -> HookFunction:
        function.hook_name = name
        return function

    return decorator


class PluginError(RuntimeError):
    """Raised when a plugin cannot be loaded."""


class Plugin(ABC):
    """Base class of all plugins."""

    registry: ClassVar[dict[str, type["Plugin"]]] = {}
    name: ClassVar[str] = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if not cls.name:
            raise PluginError(f"{cls.__name__} has no name")
        Plugin.registry[cls.name] = cls

    def __init__(self, config: dict[str, Any]) -> None:
        self.config = config
        self.setup()

    @abstractmethod
    def setup(self) -> None:
        """Prepare the plugin's resources."""

    def hooks(self) -> list[tuple[str, HookFunction]]:
        """All bound hook methods of this instance."""
        found = []
        for attribute in dir(type(self)):
            function = getattr(type(self), attribute)
            if callable(function) and hasattr(function, "hook_name"):
                found.append((function.hook_name, getattr(self, attribute)))
        return found


class SpellPlugin(Plugin):
    """Knows a dictionary of correct words."""

    name = "spell"

    def setup(self) -> None:
        size = self.config["words"]
        stem = self.config["stem"]
        self.words = {f"{stem}{number:05d}" for number in range(size)}

    @hook("token")
    def check(self, token: str) -> bool:
        return token in self.words


class ShoutPlugin(Plugin):
    """Translates tokens with a table."""

    name = "shout"

    def setup(self) -> None:
        self.table = {code: chr(code).upper() for code in range(97, 123)}

    @hook("token")
    def shout(self, token: str) -> str:
        return token.translate(self.table)


class PluginManager:
    """Loads plugins and calls their hooks."""

    def __init__(self) -> None:
        self._plugins: dict[str, Plugin] = {}
        self._hooks: dict[str, list[HookFunction]] = defaultdict(list)

    def load(self, name: str, config: dict[str, Any]) -> Plugin:
        """Create the plugin and register its hooks."""
        try:
            plugin = Plugin.registry[name](config)
        except KeyError as error:
            raise PluginError(f"cannot load {name}") from error
        self._plugins[name] = plugin
        for hook_name, function in plugin.hooks():
            self._hooks[hook_name].append(function)
        return plugin

    def unload(self, name: str) -> None:
        """Forget the plugin and unregister its hooks."""
        plugin = self._plugins.pop(name)
        for hook_name, function in plugin.hooks():
            self._hooks[hook_name].remove(function)

    def reload(self, name: str, **changes: Any) -> Plugin:
        """Load the plugin again with a changed configuration."""
        config = {**self._plugins[name].config, **changes}
        return self.load(name, config)

    def call(self, hook_name: str, *args: Any) -> list[Any]:
        """Call every implementation of a hook, newest first."""
        return [function(*args) for function in reversed(self._hooks[hook_name])]


manager = PluginManager()


def main() -> None:
    """Reload the dictionary for each of the day's documents."""
    manager.load("shout", {})
    manager.load("spell", {"words": 2500, "stem": "w"})
    known = 0
    for document in range(60):
        manager.reload("spell", stem=f"doc{document}-")
        for number in range(0, 5000, 250):
            known += any(result is True for result in manager.call("token", f"doc{document}-{number:05d}"))
    print(known, "tokens known")


if __name__ == "__main__":
    main()
