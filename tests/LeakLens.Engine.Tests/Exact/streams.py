import csv
import io

out = io.StringIO()
writer = csv.writer(out, lineterminator="\n")
writer.writerow(["id", "name", "note"])
for number in range(4):
    writer.writerow([number, f"name {number}", 'a "quoted", one' if number % 2 else None])
text = out.getvalue()
rows = list(csv.reader(io.StringIO(text)))
records = [dict(record) for record in csv.DictReader(io.StringIO(text)) if record["note"]]
named = io.StringIO()
other = csv.DictWriter(named, ["b", "a"], delimiter=";")
other.writeheader()
other.writerow({"a": 1.5, "b": "x;y"})
stream = io.StringIO("one\ntwo\nthree")
lines = [stream.readline(), stream.read(2), stream.tell()]
lines += [line.strip() for line in stream]
stream.seek(0)
stream.write("ONE")
stream.seek(0, 2)
stream.write("!")
stream.truncate(6)
result = repr((text, rows, records, named.getvalue(), lines, stream.getvalue(), list(enumerate(io.StringIO("a\nb\n")))))
