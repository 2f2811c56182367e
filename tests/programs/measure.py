"""Runs every program of this folder under CPython and records what tracemalloc counts.

    python3 tests/programs/measure.py                  writes truth.json (loops, seeds) and truth-pairs.json (pairs)
    python3 tests/programs/measure.py NAME...          prints these programs or folders of programs, writes nothing
    python3 tests/programs/measure.py --write NAME...  measures these again and writes only them
    python3 tests/programs/measure.py --check          holds pairs.json against truth-pairs.json, runs nothing

    --python FILE    the interpreter of the programs (this one)
    --numeric FILE   the interpreter of the folders numpy and pandas (the first of --python and /usr/bin/python3 that imports them)

peak: the most bytes held at one time; retained: bytes still held when the program's last line has run, its module's
names still alive. Nothing is collected before that reading unless the program did so: unreachable cycles that the
collector has not met yet are still held, as they are in the program's own process, and so are CPython's free lists (up
to 2,000 tuples of each size below 20, about 112 KB for pairs).

Each program runs in a process of its own, three times; the median counts. It is compiled, and what it imports is
imported, before tracing starts: what the compiler and the imports made does not count. A program may trace itself: it
reads true figures, but cannot end or reset the tracing that measures it.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
NUMERIC = ("numpy", "pandas")
NUMERIC_FOLDERS = (*NUMERIC, "heldout3_numeric")
SINGLE = ("loops", "seeds")
REPEATS = 3
TIMEOUT = 120
CPU_SECONDS = 3

LEAST_GROWTH = 200 * 1024
LEAST_RATIO = 5
MOST_KEPT_BY_TWIN = 0.10
HOLDERS_IN_LIBRARY = {"Logger", "manager", "loggerDict", "registry"}

CHILD = """
import ast, gc, importlib, json, sys, time, tracemalloc
path = sys.argv[1]
tree = ast.parse(open(path, encoding="utf-8").read())
for node in ast.walk(tree):
    if isinstance(node, ast.Import):
        for alias in node.names:
            importlib.import_module(alias.name)
    elif isinstance(node, ast.ImportFrom):
        module = importlib.import_module(node.module)
        for alias in node.names:
            getattr(module, alias.name, None)
code = compile(tree, path, "exec")
del tree
if "node" in globals():
    node = alias = module = None
namespace = {"__name__": "__main__"}
stop = tracemalloc.stop
tracemalloc.stop = tracemalloc.clear_traces = tracemalloc.reset_peak = lambda: None
gc.collect()
begin = time.process_time()
tracemalloc.start()
base, _ = tracemalloc.get_traced_memory()
exec(code, namespace)
current, peak = tracemalloc.get_traced_memory()
stop()
seconds = time.process_time() - begin
sys.stderr.write("\\n" + json.dumps({"peak": peak - base, "retained": current - base, "seconds": seconds}))
"""
VERSIONS = """
import json, sys
versions = {"python": sys.version.split()[0]}
for name in sys.argv[1:]:
    versions[name] = __import__(name).__version__
sys.stdout.write(json.dumps(versions))
"""


def run_once(python, path):
    # Texts hash alike in every run, so that sets and dictionaries collide alike.
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run([python, "-c", CHILD, str(path)], capture_output=True, encoding="utf-8", timeout=TIMEOUT, env=environment)
    if run.returncode != 0:
        raise RuntimeError(f"{path}: {run.stderr.strip()}")
    return json.loads(run.stderr.strip().splitlines()[-1])


def measure(python, path):
    """Bytes are medians over the runs, seconds the fastest run's processor time (traced: several times the plain run's)."""
    runs = [run_once(python, path) for _ in range(REPEATS)]
    return {
        "peak": statistics.median(run["peak"] for run in runs),
        "retained": statistics.median(run["retained"] for run in runs),
        "seconds": min(run["seconds"] for run in runs),
    }


def versions(python, *modules):
    run = subprocess.run([python, "-c", VERSIONS, *modules], capture_output=True, encoding="utf-8", timeout=TIMEOUT)
    return json.loads(run.stdout) if run.returncode == 0 else None


def numeric_python(default):
    for candidate in (default, "/usr/bin/python3"):
        if versions(candidate, *NUMERIC):
            return candidate
    sys.exit("no interpreter with numpy and pandas: name one with --numeric")


def interpreter(options, path):
    return options.numeric if path.parent.name in NUMERIC_FOLDERS else options.python


def measure_all(options, paths):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        waiting = {path: workers.submit(measure, interpreter(options, path), path) for path in paths}
    failures = [error for error in (future.exception() for future in waiting.values()) if error is not None]
    if failures:
        sys.exit("\n".join(map(str, failures)))
    return {path: future.result() for path, future in waiting.items()}


def write(name, header, measured, known=None):
    """Replaces the file, or only the measured programs in it when `known` holds the others."""
    programs = dict(known or {})
    for path, result in measured.items():
        key = path.relative_to(HERE).as_posix()
        if result["seconds"] > CPU_SECONDS:
            print(f"{key}: {result['seconds']:.1f} s of processor time while traced")
        programs[key] = {"peak": result["peak"], "retained": result["retained"]}
    document = {**header, "programs": dict(sorted(programs.items()))}
    (HERE / name).write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")


def write_some(name, header, measured, paths):
    """Programs that are gone leave the file; the rest must have been measured under these versions."""
    document = json.loads((HERE / name).read_text(encoding="utf-8"))
    known = document.pop("programs")
    if document != header:
        sys.exit(f"{name} was measured under {document}, not {header}: measure everything")
    keys = {path.relative_to(HERE).as_posix() for path in paths}
    chosen = {path: result for path, result in measured.items() if path in set(paths)}
    write(name, header, chosen, {key: value for key, value in known.items() if key in keys})


def judge(pair, programs):
    """The sentences that say what is wrong with a pair; none when it is a fair question."""
    measure_of = "peak" if pair.get("peakOnly") else "retained"
    grows = programs[pair["grows"]][measure_of]
    twin = programs[pair["twin"]][measure_of]
    if grows < LEAST_GROWTH:
        yield f"{measure_of} of the one that grows is only {grows}"
    if grows < LEAST_RATIO * twin:
        yield f"{measure_of} {grows} is less than {LEAST_RATIO} times the twin's {twin}"
    if twin > MOST_KEPT_BY_TWIN * grows and "twinNote" not in pair:
        yield f"the twin's {measure_of} {twin} is more than a tenth of {grows} and no twinNote says why"
    if pair.get("peakOnly"):
        for side in ("grows", "twin"):
            kept = programs[pair[side]]["retained"]
            if kept > MOST_KEPT_BY_TWIN * grows:
                yield f"{side} should retain nothing, but retains {kept}"
    words = set(re.findall(r"\w+", (HERE / pair["grows"]).read_text(encoding="utf-8")))
    unknown = {name for name in pair["holder"].split(".") if not name.startswith(("_", "gi_"))} - words - HOLDERS_IN_LIBRARY
    if unknown:
        yield f"the holder {pair['holder']} names {sorted(unknown)}, which the program does not"


def check():
    pairs = json.loads((HERE / "pairs.json").read_text(encoding="utf-8"))
    programs = json.loads((HERE / "truth-pairs.json").read_text(encoding="utf-8"))["programs"]
    files = {path.relative_to(HERE).as_posix() for path in HERE.glob("pairs/*/*.py")}
    named = [pair[side] for pair in pairs for side in ("grows", "twin")]
    faults = [f"{name}: in more than one pair" for name in sorted(set(named)) if named.count(name) > 1]
    faults += [f"{name}: in no pair" for name in sorted(files - set(named))]
    faults += [f"{name}: not measured" for name in sorted(files.union(named) - set(programs))]
    faults += [f"{name}: measured, but there is no such file" for name in sorted(set(programs) - files)]
    for pair in pairs:
        if pair["grows"] in programs and pair["twin"] in programs:
            faults += [f"{pair['grows']} / {pair['twin']}: {fault}" for fault in judge(pair, programs)]
    for fault in faults:
        print(fault)
    print(f"{len(pairs)} pairs, {len(faults)} faults")
    return 1 if faults else 0


def main():
    parser = argparse.ArgumentParser(description="Measures the programs of this folder under CPython.")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--numeric")
    options = parser.parse_args()
    if options.check:
        return check()
    options.numeric = options.numeric or numeric_python(options.python)
    single = sorted(path for folder in SINGLE for path in HERE.glob(f"{folder}/*.py"))
    pairs = sorted(HERE.glob("pairs/*/*.py"))
    header = versions(options.python)
    numeric_header = {**header, "numeric": versions(options.numeric, *NUMERIC)}
    if not options.names:
        write("truth.json", header, measure_all(options, single))
        write("truth-pairs.json", numeric_header, measure_all(options, pairs))
        return check()
    chosen = [path for path in single + pairs if path.stem in options.names or path.parent.name in options.names]
    measured = measure_all(options, chosen)
    if not options.write:
        for path, result in measured.items():
            print(path.relative_to(HERE).as_posix(), result)
        return 0
    write_some("truth.json", header, measured, single)
    write_some("truth-pairs.json", numeric_header, measured, pairs)
    return check()


if __name__ == "__main__":
    sys.exit(main())
