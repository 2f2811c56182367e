"""Runs every program of this folder under CPython and records what tracemalloc counts.

    python3 tests/programs/measure.py            writes truth.json
    python3 tests/programs/measure.py NAME...    prints, writes nothing

peak: the most bytes held at one time; retained: bytes still held when the program's last line has run.
Each program runs in a process of its own and is compiled before tracing starts, so that what the compiler made does not count.
"""
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
CHILD = """
import gc, json, sys, tracemalloc
path = sys.argv[1]
code = compile(open(path).read(), path, "exec")
namespace = {"__name__": "__main__"}
gc.collect()
tracemalloc.start()
base, _ = tracemalloc.get_traced_memory()
exec(code, namespace)
current, peak = tracemalloc.get_traced_memory()
tracemalloc.stop()
sys.stderr.write(json.dumps({"peak": peak - base, "retained": current - base}))
"""


def measure(path):
    run = subprocess.run([sys.executable, "-c", CHILD, str(path)], capture_output=True, text=True, timeout=120, check=True)
    return json.loads(run.stderr.strip().splitlines()[-1])


def main(names):
    paths = sorted(HERE.glob("*/*.py"))
    if names:
        for path in paths:
            if path.stem in names:
                print(path.stem, measure(path))
        return
    truth = {path.relative_to(HERE).as_posix(): measure(path) for path in paths}
    document = {"python": sys.version.split()[0], "programs": truth}
    (HERE / "truth.json").write_text(json.dumps(document, indent=2) + "\n")


main(sys.argv[1:])
