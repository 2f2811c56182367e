"""Calls in disguise, and dynamic code that hides nothing.

A function that ends in ``_bad`` hides what it calls; the line is marked. One that ends in ``_ok`` must stay silent.
"""

import builtins
import importlib
import importlib.util
import os
from collections import namedtuple

PLUGINS = ("csv_export", "json_export")


def put_together_bad(code):
    return getattr(builtins, "ev" + "al")(code)  # expect: LL603


def by_subscript_bad(code):
    __builtins__["exec"](code)  # expect: LL603


def by_globals_bad(code):
    return globals()["__builtins__"]["ev" "al"](code)  # expect: LL603


def by_numbers_bad(code):
    name = "".join(map(chr, [101, 120, 101, 99]))
    vars(builtins)[name](code)  # expect: LL603


def hidden_import_bad():
    return __import__("b" + "ase64")  # expect: LL603


def backwards_import_bad():
    return importlib.import_module("ssecorpbus"[::-1])  # expect: LL603


def unusual_letters_bad(code):
    𝐞𝐯𝐚𝐥(code)  # expect: LL603


def plugin_ok(name):
    if name not in PLUGINS:
        raise ValueError(name)
    return importlib.import_module("plugins." + name)


def every_plugin_ok():
    return [importlib.import_module(f"plugins.{name}") for name in PLUGINS]


def optional_ok():
    for name in ("ujson", "json"):
        try:
            return __import__(name)
        except ImportError:
            continue


def shim_ok():
    return getattr(builtins, "execfile", None)


def flag_ok():
    return getattr(os, "O_" + "BINARY", 0)


def command_ok(instance, name):
    return getattr(instance, "do_" + name)()


def point_ok():
    return namedtuple("Point", "x y")(1, 2)


def module_from_file_ok(path):
    spec = importlib.util.spec_from_file_location("settings", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
