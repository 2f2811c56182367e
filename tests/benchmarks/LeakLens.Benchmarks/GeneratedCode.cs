using System.Globalization;
using System.Text;

namespace LeakLens.Benchmarks;

/// <summary>
/// Modules of any length in the manner of ordinary programs: functions and classes of varied kinds, some that leak, each with
/// names of its own, with calls among neighbours. The same length gives the same text.
/// </summary>
internal static class GeneratedCode
{
    private static readonly string[] Templates =
    [
        """
        def parse_record_N(line, separator=","):
            fields = line.strip().split(separator)
            if len(fields) < 3:
                raise ValueError(f"short line: {line!r}")
            record = {"name": fields[0], "value": int(fields[1]), "tags": []}
            for field in fields[2:]:
                if field and not field.startswith("#"):
                    record["tags"].append(field.lower())
            return record


        """,
        """
        class Registry_N:
            default_limit = N

            def __init__(self, limit=None):
                self.limit = limit or self.default_limit
                self.entries = {}
                self.order = []

            def add(self, key, value):
                if key in self.entries:
                    return False
                self.entries[key] = value
                self.order.append(key)
                while len(self.order) > self.limit:
                    self.entries.pop(self.order.pop(0), None)
                return True

            def find(self, key, default=None):
                try:
                    return self.entries[key]
                except KeyError:
                    return default

            @property
            def size(self):
                return len(self.entries)


        """,
        """
        _seen_N = {}


        def lookup_N(client, identifier):
            if identifier in _seen_N:
                return _seen_N[identifier]
            response = client.get(f"https://example.org/items/{identifier}")
            if response.status_code != 200:
                return None
            _seen_N[identifier] = response.json()
            return _seen_N[identifier]


        """,
        """
        def summarise_N(rows, width=40):
            total = 0
            longest = ""
            groups = {}
            for index, row in enumerate(rows):
                total += row["value"]
                if len(row["name"]) > len(longest):
                    longest = row["name"]
                groups.setdefault(row["name"][:1], []).append(index)
            lines = [f"{key:>{width}}: {len(found)}" for key, found in sorted(groups.items())]
            lines.append(f"total {total}, longest {longest}")
            return "\n".join(lines)


        """,
        """
        class Handler_N(object):
            history = []

            def __init__(self, connection, timeout=30.0):
                self.connection = connection
                self.timeout = timeout
                self.failures = 0

            def handle(self, request):
                self.history.append((request.path, request.method))
                for attempt in range(3):
                    try:
                        return self.connection.send(request, timeout=self.timeout)
                    except OSError as error:
                        self.failures += 1
                        last = error
                raise RuntimeError("no answer") from last

            def reset(self):
                self.failures = 0
                self.history.clear()


        """,
        """
        def walk_N(node, depth=0):
            if node is None or depth > 50:
                return []
            found = [node.name]
            for child in node.children:
                if child.visible:
                    found.extend(walk_N(child, depth + 1))
            return found


        def render_N(root):
            with open("out_N.txt", "w") as handle:
                for name in walk_N(root):
                    handle.write(name + "\n")


        """,
        """
        def chunks_N(items, size=100):
            batch = []
            for item in items:
                batch.append(item)
                if len(batch) == size:
                    yield batch
                    batch = []
            if batch:
                yield batch


        def upload_N(store, items):
            sent = 0
            for batch in chunks_N(items):
                store.put([dict(item, batch=sent) for item in batch])
                sent += len(batch)
            return sent


        """,
    ];

    public static string Module(int lines)
    {
        var text = new StringBuilder("import json\nimport os\nimport sys\n\n\n");
        var written = 5;
        for (var number = 0; written < lines; number++)
        {
            var part = Templates[number % Templates.Length].ReplaceLineEndings("\n").Replace("N", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            text.Append(part);
            written += part.Count(static c => c == '\n');
        }

        return text.ToString();
    }
}
