"""A worker of bench.mjs: ast.parse over the files that a list names. Trees are let go as soon as they are made."""
import ast
import sys
import time
import warnings

warnings.simplefilter("ignore")
with open(sys.argv[1], encoding="utf-8") as file:
    sources = [open(path, "rb").read() for path in file.read().splitlines()]

print("%d.%d.%d" % sys.version_info[:3], flush=True)
for _ in sys.stdin:
    start = time.perf_counter()
    for source in sources:
        try:
            ast.parse(source)
        except (SyntaxError, ValueError):
            pass
    print(time.perf_counter() - start, flush=True)
