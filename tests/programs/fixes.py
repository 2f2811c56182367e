"""Holds every fix that LeakLens offers against CPython, and writes the table of docs/fixes.md.

    python3 tests/programs/fixes.py REPORT          REPORT is what `leaklens scan --show-fixes --format json` says of tests/programs/pairs, tests/programs/safe and rules
    python3 tests/programs/fixes.py REPORT --list   names every fix that failed, and why; writes nothing

Each fix is applied by itself. Whatever it is a fix of, the text has to parse and to keep its comments; of files that are no Python
only the comments are looked at here, since the engine has read what it offers. The programs of the pairs
are run as well, under the same measurement as measure.py: what the finding says is held has to be gone but for a tenth, and a
safe fix has to leave what the program prints as it was.
"""
import argparse
import ast
import collections
import concurrent.futures
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import tokenize

import measure

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DOCUMENT = ROOT / "docs" / "fixes.md"
MARK = "<!-- Below is what `npm run fixes` writes. -->"
MOST_LEFT = 0.10
LEAST_SHARE = 0.50
SAFE = "safe/"


def offset(starts, place):
    return starts[place["line"] - 1] + place["column"] - 1


def apply(text, edits):
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for edit in reversed(edits):
        start, end = offset(starts, edit["range"]["start"]), offset(starts, edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text


def comments(text):
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return collections.Counter(token.string for token in tokens if token.type == tokenize.COMMENT)


def remarks(text):
    """Comments of a file that is no Python: they have lines of their own, or stand behind a value."""
    return collections.Counter(line[line.index("#"):].strip() for line in text.splitlines() if "#" in line)


def printed(python, path):
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run([python, str(path)], capture_output=True, encoding="utf-8", timeout=measure.TIMEOUT, env=environment)
    return run.returncode, run.stdout


class Case:
    """One fix of one finding."""

    def __init__(self, path, finding, fix):
        self.path, self.finding, self.fix = path, finding, fix
        self.rule, self.kind = finding["ruleId"], fix["kind"] or "remove-comment"
        self.is_safe = fix["applicability"] == "safe"
        self.faults = []
        self.left = None
        self.is_same = None

    def check(self, python, truth, is_peak, is_run):
        text = self.path.read_text(encoding="utf-8")
        fixed = apply(text, self.fix["edits"])
        if self.path.suffix != ".py":
            lost = remarks(text) - remarks(fixed)
            self.faults += [f"loses {list(lost)}"] if lost else []
            return self
        try:
            ast.parse(fixed)
        except SyntaxError as error:
            self.faults.append(f"does not parse: {error}")
            return self
        lost = comments(text) - comments(fixed)
        if lost and self.kind != "remove-comment":
            self.faults.append(f"loses {list(lost)}")
        if is_run:
            self.run(python, truth, is_peak, fixed)
        return self

    def run(self, python, truth, is_peak, fixed):
        """Beside the program, because programs import each other's neighbours by name."""
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / self.path.name
            path.write_text(fixed, encoding="utf-8")
            try:
                if truth is not None and self.share(truth, is_peak) >= LEAST_SHARE:
                    measured = measure.run_once(python, path)
                    of = "peak" if is_peak else "retained"
                    self.left = measured[of] / truth[of]
                if self.is_safe:
                    self.is_same = printed(python, self.path) == printed(python, path)
                    self.faults += [] if self.is_same else ["prints something else"]
            except subprocess.TimeoutExpired as error:
                self.faults.append(f"does not end within {error.timeout:.0f} s")
            except RuntimeError as error:
                self.faults.append(f"fails: {str(error).strip().splitlines()[-1]}")

    def share(self, truth, is_peak):
        """How much of what the program holds the finding speaks of: a program may hold more than one thing."""
        estimate = self.finding["estimate"] or {}
        told = estimate.get("peakBytes" if is_peak else "retainedBytes") or 0
        return told / max(1, truth["peak" if is_peak else "retained"])


def cases(report, options):
    programs = json.loads((HERE / "truth-pairs.json").read_text(encoding="utf-8"))["programs"]
    pairs = json.loads((HERE / "pairs.json").read_text(encoding="utf-8"))
    peaks = {pair["grows"] for pair in pairs if pair.get("peakOnly")}
    growing = {pair["grows"] for pair in pairs}
    for finding in report["findings"]:
        path = ROOT / finding["path"]
        key = path.relative_to(HERE).as_posix() if path.is_relative_to(HERE) else None
        python = measure.interpreter(options, path) if key else None
        for fix in finding["fixes"]:
            yield Case(path, finding, fix), python, programs.get(key) if key in growing else None, key in peaks, key in growing or (key or "").startswith(SAFE)


def table(title, groups):
    lines = [f"| {title} | Findings | With a fix | Fixes | Safe | Parse, keep comments | Measured | Below a tenth |", "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for name, (found, fixed, done) in groups:
        measured = [case for case in done if case.left is not None]
        whole = [case for case in done if not any(fault.startswith(("does not parse", "loses")) for fault in case.faults)]
        small = [case for case in measured if case.left <= MOST_LEFT]
        share = f"{len(small)} ({100 * len(small) / len(measured):.0f} %)" if measured else ""
        lines.append(f"| {name} | {found if found is not None else ''} | {fixed if fixed is not None else ''} | {len(done)} | {sum(case.is_safe for case in done)} | {len(whole)} | {len(measured) or ''} | {share} |")
    return lines


def write(report, done):
    rules = sorted({finding["ruleId"] for finding in report["findings"]})
    names = {finding["ruleId"]: finding["rule"] for finding in report["findings"]}
    by_rule = [(f"{rule} {names[rule]}", (
        sum(finding["ruleId"] == rule for finding in report["findings"]),
        sum(finding["ruleId"] == rule and bool(finding["fixes"]) for finding in report["findings"]),
        [case for case in done if case.rule == rule])) for rule in rules]
    kinds = sorted({case.kind for case in done})
    by_kind = [(f"`{kind}`", (None, None, [case for case in done if case.kind == kind])) for kind in kinds]
    total = ("**all**", (len(report["findings"]), sum(bool(finding["fixes"]) for finding in report["findings"]), done))
    safe = [case for case in done if case.is_same is not None]
    lines = [MARK, "", "## By rule", "", *table("Rule", [*by_rule, total]), "", "## By kind", "", *table("Kind", by_kind), "", "## Other faults", ""]
    faults = [f"- {case.kind} of {case.rule} in {case.path.relative_to(ROOT).as_posix()}: {fault}" for case in done for fault in case.faults]
    lines += faults or ["None."]
    lines += ["", f"Of {len(safe)} safe fixes of programs that were run, {sum(case.is_same for case in safe)} print what the program printed before.", ""]
    head = DOCUMENT.read_text(encoding="utf-8").split(MARK)[0]
    DOCUMENT.write_text(head + "\n".join(lines), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description="Holds the fixes of a report against CPython.")
    parser.add_argument("report")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--numeric")
    options = parser.parse_args()
    options.numeric = options.numeric or measure.numeric_python(options.python)
    report = json.loads(pathlib.Path(options.report).read_text(encoding="utf-8"))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        done = list(workers.map(lambda case: case[0].check(*case[1:]), cases(report, options)))
    for case in done:
        place = f"{case.path.relative_to(ROOT).as_posix()}:{case.finding['range']['start']['line']} {case.rule} {case.kind}"
        if case.faults or (case.left is not None and case.left > MOST_LEFT):
            print(f"{place}: {'; '.join(case.faults) or f'{100 * case.left:.0f} % left'}")
    measured = [case for case in done if case.left is not None]
    small = sum(case.left <= MOST_LEFT for case in measured)
    print(f"{len(done)} fixes, {sum(bool(case.faults) for case in done)} with faults; {len(measured)} measured, {small} below a tenth ({100 * small / max(1, len(measured)):.1f} %)")
    if not options.list:
        write(report, done)
    return 0


if __name__ == "__main__":
    sys.exit(main())
