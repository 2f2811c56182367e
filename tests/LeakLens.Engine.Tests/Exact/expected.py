"""What CPython 3.11 gives for `result` of each program of this folder: writes expected.txt, or with --check compares it."""
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main():
    lines = []
    for path in sorted(HERE.glob("*.py")):
        if path.name != "expected.py":
            names = {"__name__": "__main__"}
            exec(compile(path.read_text(encoding="utf-8"), path.name, "exec"), names)
            lines.append(f"{path.name}\t{names['result']}\n")
    text = "".join(lines)
    known = HERE / "expected.txt"
    if "--check" in sys.argv:
        sys.exit(0 if known.read_text(encoding="utf-8") == text else "expected.txt is not what CPython gives")
    known.write_text(text, encoding="utf-8")


main()
