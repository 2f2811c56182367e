"""Hides one harmless payload in many ways, runs each under this CPython to see that it works, and prints them all as JSON.

``python3 disguises.py > disguises.json`` writes the file that a test reads. Nothing but this script ever runs what is printed.
"""

import base64
import binascii
import bz2
import codecs
import gzip
import json
import lzma
import marshal
import os
import pickle
import subprocess
import sys
import tempfile
import textwrap
import zlib

PAYLOAD = """import builtins
builtins.reached = getattr(builtins, "reached", 0) + 1
held = []
for number in range(3000):
    held.append([number] * 100)
"""
CODE = PAYLOAD.encode()
B64 = base64.b64encode(CODE).decode()
KEY = b"k3y!"

programs = []


def add(name, source, files=(), flagged=False):
    """``flagged``: what is executed cannot be known from the text; that it is executed can."""
    programs.append({"name": name, "source": textwrap.dedent(source).lstrip("\n"), "files": {path: base64.b64encode(data).decode() for path, data in files}, "flagged": flagged})


def lines(text, width=76):
    return [text[i : i + width] for i in range(0, len(text), width)]


# One decoder each.
add("base64", f"import base64\nexec(base64.b64decode('{B64}'))")
add("base64-str", f"import base64\nexec(base64.b64decode('{B64}').decode('utf-8'))")
add("base64-from-import", f"from base64 import b64decode as d\nexec(d('{B64}'))")
add("base64-urlsafe", f"import base64\nexec(base64.urlsafe_b64decode({base64.urlsafe_b64encode(CODE)!r}))")
add("base64-altchars", f"import base64\nexec(base64.b64decode({base64.b64encode(CODE, b'_.')!r}, b'_.'))")
add("base64-decodebytes", f"import base64\nexec(base64.decodebytes({base64.encodebytes(CODE)!r}))")
add("base85", f"import base64\nexec(base64.b85decode({base64.b85encode(CODE)!r}))")
add("ascii85", f"import base64\nexec(base64.a85decode({base64.a85encode(CODE)!r}))")
add("ascii85-adobe", f"import base64\nexec(base64.a85decode({base64.a85encode(CODE, adobe=True)!r}, adobe=True))")
add("base32", f"import base64\nexec(base64.b32decode({base64.b32encode(CODE)!r}))")
add("base32hex", f"import base64\nexec(base64.b32hexdecode({base64.b32hexencode(CODE)!r}))")
add("base16", f"import base64\nexec(base64.b16decode({base64.b16encode(CODE)!r}))")
add("fromhex", f"exec(bytes.fromhex('{CODE.hex()}'))")
add("bytearray-fromhex", f"exec(bytearray.fromhex('{CODE.hex()}').decode())")
add("unhexlify", f"import binascii\nexec(binascii.unhexlify('{CODE.hex()}'))")
add("a2b_base64", f"import binascii\nexec(binascii.a2b_base64('{B64}'))")
add("codecs-hex", f"import codecs\nexec(codecs.decode('{CODE.hex()}', 'hex'))")
add("codecs-base64", f"import codecs\nexec(codecs.decode({B64.encode()!r}, 'base64'))")
add("codecs-rot13", f"import codecs\nexec(codecs.decode({codecs.encode(PAYLOAD, 'rot13')!r}, 'rot_13'))")
add("rot13-encode", f"import codecs\nexec(codecs.encode({codecs.encode(PAYLOAD, 'rot13')!r}, 'rot13'))")
add("getdecoder", f"import codecs\nexec(codecs.getdecoder('hex')({CODE.hex().encode()!r})[0])")
add("zlib", f"import zlib\nexec(zlib.decompress({zlib.compress(CODE)!r}))")
raw = zlib.compressobj(9, zlib.DEFLATED, -15)
add("zlib-raw", f"import zlib\nexec(zlib.decompress({raw.compress(CODE) + raw.flush()!r}, -15))")
add("zlib-object", f"import zlib\nexec(zlib.decompressobj().decompress({zlib.compress(CODE)!r}))")
add("gzip", f"import gzip\nexec(gzip.decompress({gzip.compress(CODE, mtime=0)!r}))")
add("gzip-stream", f"import gzip, io\nexec(gzip.GzipFile(fileobj=io.BytesIO({gzip.compress(CODE, mtime=0)!r})).read())")
add("bz2", f"import bz2\nexec(bz2.decompress({bz2.compress(CODE)!r}))")
add("xz", f"import lzma\nexec(lzma.decompress({lzma.compress(CODE)!r}))")
add("lzma-alone", f"import lzma\nexec(lzma.decompress({lzma.compress(CODE, lzma.FORMAT_ALONE)!r}))")
add("quoted-printable", f"import quopri\nexec(quopri.decodestring({binascii.b2a_qp(CODE, quotetabs=True)!r}))")
add("percent", "from urllib.parse import unquote\nexec(unquote('" + "".join(f"%{one:02x}" for one in CODE) + "'))")
add("unicode-escape", "exec(b'" + "".join(f"\\\\x{one:02x}" for one in CODE) + "'.decode('unicode_escape'))")
add("utf-7", f"exec({PAYLOAD.encode('utf-7')!r}.decode('utf-7'))")
add("utf-16-in-base64", f"import base64\nexec(base64.b64decode({base64.b64encode(PAYLOAD.encode('utf-16'))!r}).decode('utf-16'))")
add("int-to-bytes", f"exec(({int.from_bytes(CODE, 'big')}).to_bytes({len(CODE)}, 'big'))" if len(CODE) < 500 else "", flagged=False)

# Characters, keys, tables, order.
add("chr-join", f"exec(''.join(chr(n) for n in {list(CODE)}))")
add("map-chr", f"exec(''.join(map(chr, {tuple(CODE)})))")
add("bytes-of-list", f"exec(bytes({list(CODE)}))")
add("chr-plus", "exec(" + "+".join(f"chr({one})" for one in b"import builtins;builtins.reached=1") + ")")
add("caesar", f"exec(''.join(chr(ord(c) - 3) for c in {''.join(chr(one + 3) for one in CODE)!r}))")
add("xor-constant", f"exec(bytes(b ^ 0x5a for b in {bytes(one ^ 0x5A for one in CODE)!r}))")
add("xor-key", f"key = {KEY!r}\ndata = {bytes(one ^ KEY[i % 4] for i, one in enumerate(CODE))!r}\nexec(bytes(b ^ key[i % len(key)] for i, b in enumerate(data)))")
add("xor-cycle", f"from itertools import cycle\nexec(bytes(a ^ b for a, b in zip({bytes(one ^ KEY[i % 4] for i, one in enumerate(CODE))!r}, cycle({KEY!r}))))")
add("xor-loop", f"out = bytearray()\nfor b in {bytes(one ^ 7 for one in CODE)!r}:\n    out.append(b ^ 7)\nexec(out.decode())")
add("xor-in-function", f"def undo(data, key):\n    result = []\n    for i in range(len(data)):\n        result.append(chr(data[i] ^ key))\n    return ''.join(result)\n\nexec(undo({bytes(one ^ 99 for one in CODE)!r}, 99))")
add("xor-operator", f"from operator import xor\nfrom functools import partial\nexec(bytes(map(partial(xor, 21), {bytes(one ^ 21 for one in CODE)!r})))")
add("reversed-slice", f"exec({PAYLOAD[::-1]!r}[::-1])")
add("reversed-call", f"exec(''.join(reversed({PAYLOAD[::-1]!r})))")
woven = "".join(a + "x" for a in PAYLOAD)
add("every-second", f"exec({woven!r}[::2])")
alphabet = "abcdefghijklmnopqrstuvwxyz"
add("maketrans", f"table = str.maketrans({alphabet[5:] + alphabet[:5]!r}, {alphabet!r})\nexec({PAYLOAD.translate(str.maketrans(alphabet, alphabet[5:] + alphabet[:5]))!r}.translate(table))")
shift = bytes((i + 1) % 256 for i in range(256))
add("bytes-translate", f"table = bytes((i - 1) % 256 for i in range(256))\nexec({CODE.translate(shift)!r}.translate(table))")
add("dict-of-codes", f"table = {dict(enumerate(sorted(set(PAYLOAD))))}\nexec(''.join(chr(ord(table[n])) for n in {[sorted(set(PAYLOAD)).index(c) for c in PAYLOAD]}))")
add("replace-digits", f"import base64\nexec(base64.b64decode({B64.replace('a', '@').replace('c', '!')!r}.replace('@', 'a').replace('!', 'c')))")

# Ways to it.
add("pieces-joined", f"import base64\nparts = {lines(B64, 20)}\nexec(base64.b64decode(''.join(parts)))")
add("pieces-added", "import base64\ncode = ''\n" + "\n".join(f"code += '{piece}'" for piece in lines(B64, 40)) + "\nexec(base64.b64decode(code))")
add("pieces-of-dict", f"import base64\nparts = {{2: '{B64[60:]}', 1: '{B64[:60]}'}}\nexec(base64.b64decode(''.join(parts[n] for n in sorted(parts))))")
add("format", f"import base64\nexec(base64.b64decode('{{}}{{}}'.format('{B64[:40]}', '{B64[40:]}')))")
add("f-string", f"import base64\nfirst, second = '{B64[:40]}', '{B64[40:]}'\nexec(base64.b64decode(f'{{first}}{{second}}'))")
add("compile-then-exec", f"import base64\ncode = compile(base64.b64decode('{B64}'), '<x>', 'exec')\nexec(code)")
add("eval-compile", f"import base64\neval(compile(base64.b64decode('{B64}'), '<x>', 'exec'))")
add("function-type", f"import base64, types\ntypes.FunctionType(compile(base64.b64decode('{B64}'), '<x>', 'exec'), globals())()")
add("alias", f"import base64 as b\nrun, undo = exec, b.b64decode\nrun(undo('{B64}'))")
add("lambda", f"(lambda code: exec(__import__('base64').b64decode(code)))('{B64}')")
add("nested-lambda", f"(lambda f: (lambda c: f(c)))(lambda c: exec(__import__('zlib').decompress(__import__('base64').b64decode(c))))('{base64.b64encode(zlib.compress(CODE)).decode()}')")
add("default-argument", f"import base64\ndef start(code='{B64}'):\n    exec(base64.b64decode(code))\n\nstart()")
add("method", f"import base64\nclass Loader:\n    data = '{B64}'\n\n    def load(self):\n        return base64.b64decode(self.data)\n\n    def run(self):\n        exec(self.load())\n\nLoader().run()")
add("instance-attribute", f"import base64\nclass Loader:\n    def __init__(self, data):\n        self.data = data\n\n    def __call__(self):\n        exec(base64.b64decode(self.data))\n\nLoader('{B64}')()")
add("closure", f"import base64\ndef make(data):\n    def run():\n        exec(base64.b64decode(data))\n    return run\n\nmake('{B64}')()")
add("generator", f"import base64\ndef parts():\n    yield '{B64[:40]}'\n    yield '{B64[40:]}'\n\nexec(base64.b64decode(''.join(parts())))")
add("reduce", f"import base64, functools\nexec(base64.b64decode(functools.reduce(lambda a, b: a + b, {lines(B64, 30)})))")
add("walrus", f"import base64\nif (code := base64.b64decode('{B64}')):\n    exec(code)")
add("try-except", f"import base64\ntry:\n    raise ValueError\nexcept ValueError:\n    exec(base64.b64decode('{B64}'))")
add("behind-a-condition", f"import base64, os, time\ndata = '{B64}'\nif time.time() > 1:\n    code = base64.b64decode(data)\nelse:\n    code = b''\nexec(code)")
add("thread-target", f"import base64, threading\nt = threading.Thread(target=exec, args=(base64.b64decode('{B64}'),))\nt.start()\nt.join()")
add("map-exec", f"import base64\nlist(map(exec, [base64.b64decode('{B64}')]))")
add("partial-exec", f"import base64, functools\nfunctools.partial(exec, base64.b64decode('{B64}'))()")
add("subprocess", f"import base64, subprocess, sys\nsubprocess.run([sys.executable, '-c', base64.b64decode('{B64}').decode()])\nimport builtins\nbuiltins.reached = 1")

# Names in disguise.
add("getattr-joined", f"import base64, builtins\ngetattr(builtins, 'ex' + 'ec')(base64.b64decode('{B64}'))")
add("builtins-dict", f"import base64, builtins\nbuiltins.__dict__['exec'](base64.b64decode('{B64}'))")
add("globals-builtins", f"import base64\nb = globals()['__builtins__']\n(b['exec'] if isinstance(b, dict) else getattr(b, 'exec'))(base64.b64decode('{B64}'))")
add("vars-chr", f"import base64, builtins\nvars(builtins)[''.join(map(chr, (101, 120, 101, 99)))](base64.b64decode('{B64}'))")
add("import-joined", f"exec(getattr(__import__('b' + 'ase64'), 'b64' + 'decode')('{B64}'))")
add("import-module", f"import importlib\nexec(importlib.import_module('46esab'[::-1]).b64decode('{B64}'))")
add("eval-of-name", f"import base64\neval('ex' + 'ec')(base64.b64decode('{B64}'))")
add("sys-modules", f"import base64, sys\nsys.modules['builtins'].exec(base64.b64decode('{B64}'))")
add("unusual-letters", f"import base64\n\U0001d41e\U0001d431\U0001d41e\U0001d41c(base64.b64decode('{B64}'))")

# Layer on layer.
deep = CODE
for _ in range(6):
    deep = base64.b64encode(zlib.compress(deep))
add("six-times-zlib-base64", "import base64, zlib\ndata = " + repr(deep) + "\nfor _ in range(6):\n    data = zlib.decompress(base64.b64decode(data))\nexec(data)")
add("all-compressors", f"import base64, bz2, gzip, lzma, zlib\nexec(zlib.decompress(gzip.decompress(bz2.decompress(lzma.decompress(base64.b85decode({base64.b85encode(lzma.compress(bz2.compress(gzip.compress(zlib.compress(CODE), mtime=0))))!r}))))))")
add("reversed-base64-zlib", f"import base64, zlib\nexec(zlib.decompress(base64.b64decode({base64.b64encode(zlib.compress(CODE))[::-1]!r}[::-1])))")
inner = f"import base64\nexec(base64.b64decode('{B64}'))\n"
add("exec-in-exec", f"import base64\nexec(base64.b64decode('{base64.b64encode(inner.encode()).decode()}'))")

# Data files.
add("file", "import base64\nexec(base64.b64decode(open('resources.dat').read()))", [("resources.dat", base64.encodebytes(CODE))])
add("file-with", "import zlib\nwith open('data.bin', 'rb') as f:\n    data = f.read()\nexec(zlib.decompress(data))", [("data.bin", zlib.compress(CODE))])
add("file-pathlib", "import base64\nfrom pathlib import Path\nexec(base64.b64decode((Path(__file__).parent / 'assets' / 'icon.png').read_bytes()[8:]))", [("assets/icon.png", b"\x89PNG\r\n\x1a\n" + base64.b64encode(CODE))])
add("file-os-path", "import os\nhere = os.path.dirname(os.path.abspath(__file__))\nwith open(os.path.join(here, 'tables.json')) as f:\n    exec(bytes.fromhex(f.read()))", [("tables.json", CODE.hex().encode())])
add("file-gzip-open", "import gzip\nwith gzip.open('log.gz', 'rt') as f:\n    exec(f.read())", [("log.gz", gzip.compress(CODE, mtime=0))])
add("file-plain", "exec(open('notes.dat').read())", [("notes.dat", CODE)])
add("file-json", "import base64, json\nwith open('conf.json') as f:\n    conf = json.load(f)\nexec(base64.b64decode(conf['data']))", [("conf.json", json.dumps({"data": B64}).encode())], flagged=True)
add("file-lines", "import base64\nwith open('lines.dat') as f:\n    exec(base64.b64decode(''.join(line.strip() for line in f)))", [("lines.dat", base64.encodebytes(CODE))])

# What cannot be read from the text, and can be told all the same.
add("marshal", f"import base64, marshal\nexec(marshal.loads(base64.b64decode('{base64.b64encode(marshal.dumps(compile(PAYLOAD, 'x', 'exec'))).decode()}')))", flagged=True)
add("environment", "import base64, os\nexec(base64.b64decode(os.environ.get('CODE') or '" + "aW1wb3J0IGJ1aWx0aW5zO2J1aWx0aW5zLnJlYWNoZWQ9MQ==" + "'))", flagged=True)


class Call:
    def __reduce__(self):
        return (exec, (PAYLOAD,))


add("pickle", f"import pickle\npickle.loads({pickle.dumps(Call())!r})", flagged=True)


def works(program):
    with tempfile.TemporaryDirectory() as folder:
        for path, data in program["files"].items():
            os.makedirs(os.path.dirname(os.path.join(folder, path)) or folder, exist_ok=True)
            with open(os.path.join(folder, path), "wb") as file:
                file.write(base64.b64decode(data))
        with open(os.path.join(folder, "main.py"), "w", encoding="utf-8") as file:
            file.write(program["source"] + "\nimport builtins\nprint(getattr(builtins, 'reached', 0))\n")
        done = subprocess.run([sys.executable, "main.py"], cwd=folder, capture_output=True, text=True)
        if done.stdout.strip() not in ("1", "2"):
            print(program["name"], done.stdout, done.stderr[-400:], file=sys.stderr)
            return False
        return True


programs = [program for program in programs if program["source"]]
if __name__ == "__main__":
    broken = [program["name"] for program in programs if not works(program)]
    print(len(programs), "disguises;", len(broken), "do not work:", broken, file=sys.stderr)
    json.dump(programs, sys.stdout, indent=1, ensure_ascii=True)
    print()
