"""Code that is decoded and executed, and decoding and execution that hide nothing.

A function that ends in ``_bad`` executes hidden code; the line is marked. One that ends in ``_ok`` must stay silent.
What is found in hidden code is told where it is executed.
"""

import base64
import bz2
import codecs
import json
import marshal
import pickle
import types
import urllib.request
import zlib

GROWS = (
    "aGVsZCA9IFtdCgpkZWYgZ3JvdygpOgogICAgZm9yIG51bWJlciBpbiByYW5nZSgzMDAwKToKICAgICAgICBoZWxkLmFwcGVuZChb"
    "bnVtYmVyXSAqIDEwMDApCgpncm93KCkK"
)
NICE = "aW1wb3J0IG9zCm9zLm5pY2UoMSkK"
TURNED = "vzcbeg bf\nbf.avpr(1)"
MIXED = bytes.fromhex("33372a35282e7a3529503529743433393f726b7350")
CALLING_PICKLE = b"cos\nsystem\n(S'true'\ntR."
CLASS_TEMPLATE = """
class {name}:
    size = {size}
"""


def decode_and_run_bad():
    exec(base64.b64decode(GROWS))  # expect: LL601, LL101


def through_names_bad():
    decode = base64.b64decode
    data = decode(NICE)
    code = data.decode("utf-8")
    exec(compile(code, "<string>", "exec"))  # expect: LL601


def turned_bad():
    exec(codecs.decode(TURNED, "rot13"))  # expect: LL601


def mixed_bad(key=0x5A):
    exec("".join(chr(one ^ key) for one in MIXED))  # expect: LL601


def backwards_bad():
    code = ")1(ecin.so\nso tropmi"[::-1]
    exec(code)  # expect: LL601


def fetched_bad(address):
    with urllib.request.urlopen(address, timeout=10) as answer:
        exec(zlib.decompress(answer.read()))  # expect: LL601


def marshalled_bad(data):
    return types.FunctionType(marshal.loads(bz2.decompress(data)), {})  # expect: LL601


def pickled_bad():
    return pickle.loads(CALLING_PICKLE)  # expect: LL601


def data_ok():
    return json.loads(base64.b64decode("eyJzaXplIjogMTIzfQ=="))


def icon_ok():
    return base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


def own_template_ok(name, size):
    namespace = {}
    exec(CLASS_TEMPLATE.format(name=name, size=size), namespace)
    return namespace[name]


def number_ok():
    return eval(base64.b64decode("MSArIDE="))


def version_ok():
    with open("version.py") as file:
        exec(compile(file.read(), "version.py", "exec"))


def reversed_text_ok(text):
    return text[::-1]


def plain_pickle_ok():
    return pickle.loads(b"(lp0\nI1\na.")
