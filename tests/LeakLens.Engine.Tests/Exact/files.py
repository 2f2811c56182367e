import csv
import io
import os
import tempfile
from pathlib import Path

seen = []
with tempfile.TemporaryDirectory() as folder:
    notes = Path(folder) / "notes.txt"
    with notes.open("w") as out:
        for number in range(5):
            out.write(f"line {number}\n")
        out.writelines(["é and ü\n", "the end"])
    with open(notes) as lines:
        seen.append([line.rstrip("\n") for line in lines])
    with open(os.path.join(folder, "notes.txt")) as again:
        seen.append([again.readline(), again.read(9), again.readlines()])
    with open(notes, "a") as more:
        more.write("\nmore")
    seen.append((notes.read_text()[-9:], len(notes.read_bytes()), notes.stat().st_size, notes.exists(), (notes.parent / "other").exists()))
    table = Path(folder, "table.csv")
    with table.open("w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["name", "amount"])
        writer.writerows([f"n{i}", i * 1.5] for i in range(4))
    with table.open(newline="") as rows:
        seen.append(list(csv.reader(rows)))
    with table.open(newline="") as rows:
        seen.append([row["name"] for row in csv.DictReader(rows) if row["amount"] != "0.0"])
    seen.append((table.read_bytes()[:14], table.read_text()[:14]))
    block = Path(folder) / "block.bin"
    with open(block, "wb") as out:
        for number in range(4):
            out.write(bytes([number]) * (number + 1))
    with open(block, "rb") as source:
        parts = []
        while part := source.read(3):
            parts.append(part)
        source.seek(-2, io.SEEK_END)
        parts.append((source.tell(), source.read()))
    seen.append(parts)
    with open(block, "r+b") as both:
        both.seek(2)
        both.write(b"##")
        both.truncate(6)
    seen.append(block.read_bytes())
    seen.append(sorted(os.listdir(folder)))
    seen.append(sorted(path.suffix for path in Path(folder).iterdir()))
    block.unlink()
    try:
        open(block)
    except FileNotFoundError:
        seen.append("gone")
    os.rename(table, Path(folder) / "kept.csv")
    seen.append((table.exists(), (Path(folder) / "kept.csv").is_file(), os.path.getsize(os.path.join(folder, "kept.csv"))))
seen.append(notes.exists())
with tempfile.TemporaryFile("w+") as log:
    for number in range(3):
        log.write(f"{number} {'x' * number}\n")
    log.seek(0)
    seen.append([line.split() for line in log])
with tempfile.NamedTemporaryFile("w+", suffix=".txt") as named:
    print("printed", 1, file=named)
    named.flush()
    seen.append(Path(named.name).read_text() if named.name else None)
path = Path("a") / "b.tar.gz"
seen.append((path.name, path.stem, path.suffix, str(path.parent), str(path.with_suffix(".zip")), path.parts, str(Path("/x/./y//z")), str(Path("a", "/b", "c")), str(path.with_name("q"))))
seen.append({Path("a/b"): 1}[Path("a") / "b"])
try:
    log.read()
except ValueError:
    seen.append("closed")
result = repr(seen)
