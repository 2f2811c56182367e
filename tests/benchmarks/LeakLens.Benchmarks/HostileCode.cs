using System.Globalization;
using System.Text;

namespace LeakLens.Benchmarks;

/// <summary>Files that nobody writes by hand: each tries to use up time or memory in a way of its own.</summary>
internal static class HostileCode
{
    public static IEnumerable<(string Name, string Code)> All()
    {
        yield return ("a dict display of 5 MB", Display(240_000, "{", static i => $"\"key {i}\": {i}", "}"));
        yield return ("a list display of 5 MB", Display(400_000, "[", static i => $"\"item {i}\"", "]"));
        yield return ("a list of 120,000 small lists", Display(120_000, "[", static i => $"[{i}, {i + 1}]", "]"));
        yield return ("nested displays, 2,000 deep", "x = " + new string('[', 2_000) + new string(']', 2_000) + "\n");
        yield return ("twelve nested loops", Nested(12));
        yield return ("2,000 loops side by side", Repeat(2_000, static i => $"xs{i} = []\nfor i in range({i + 10}):\n    xs{i}.append(str(i) * 3)\n"));
        yield return ("5,000 classes", Repeat(5_000, static i => $"class C{i}:\n    table = {{}}\n    def put(self, key, value):\n        self.table[key] = value\n"));
        yield return ("mutual recursion of 300 functions", Repeat(300, static i => $"def f{i}(xs, n):\n    xs.append(n)\n    if n:\n        f{(i + 1) % 300}(xs, n - 1)\n    return f{(i + 7) % 300}(xs, n)\n"));
        yield return ("every function calls the next one twice", Repeat(60, static i => $"def f{i}(x):\n    xs = [x]\n    f{i + 1}(xs)\n    f{i + 1}(x)\n    return xs\n") + "def f60(x):\n    return x\nout = []\nfor i in range(1000):\n    out.append(f0(i))\n");
        yield return ("1,000 unknown branches in a loop", "def work(q):\n    seen = {}\n    for item in q:\n" + Repeat(1_000, static i => $"        if item.a{i}:\n            seen[{i}] = item\n"));
        yield return ("early exits on 500 branches", "def work(q):\n    seen = []\n    for item in q:\n" + Repeat(500, static i => $"        if item.a{i}:\n            seen.append({i})\n            continue\n        if item.b{i}:\n            return seen\n"));
        yield return ("5,000 variables changed in a loop", "def work(q):\n    while q:\n" + Repeat(5_000, static i => $"        v{i} = q.pop({i})\n"));
        yield return ("1,000 lists grown without a pattern", Repeat(1_000, static i => $"l{i} = []\n") + "n = 7\nfor i in range(100000):\n    n = (n * 1103515245 + 12345) % 2147483648\n" + Repeat(1_000, static i => $"    if n % {i + 2} == 1:\n        l{i}.append(n)\n"));
        yield return ("doubling strings and lists", "s = 'x'\nxs = [1]\nfor i in range(200):\n    s += s\n    xs += xs\n    xs = xs + xs\n");
        yield return ("100,000 entries that stay, run exactly", "d = {}\nfor i in range(100000):\n    d[str(i)] = [i, str(i) * 3]\n");
        yield return ("150,000 dicts that stay, run exactly", "xs = []\nfor i in range(150000):\n    xs.append((i, {'a': i}))\n");
        yield return ("70,000 objects that stay, run exactly", "class C:\n    def __init__(self, i):\n        self.i = i\n        self.name = 'n' + str(i)\nxs = []\nfor i in range(70000):\n    xs.append(C(i))\n");
        yield return ("a sum of 20,000 terms", "x = " + string.Join(" + ", Enumerable.Range(0, 20_000).Select(static i => "a" + i.ToString(CultureInfo.InvariantCulture))) + "\n");
        yield return ("a chain of 5,000 nodes", "class Node:\n    def __init__(self, next):\n        self.next = next\nhead = None\n" + Repeat(5_000, static _ => "head = Node(head)\n"));
    }

    private static string Repeat(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(part(i));
        }

        return text.ToString();
    }

    private static string Display(int count, string open, Func<int, string> item, string close) =>
        "table = " + open + "\n" + Repeat(count, i => "    " + item(i) + ",\n") + close + "\nfor i in range(1000):\n    x = table\n";

    private static string Nested(int depth)
    {
        var text = new StringBuilder("rows = []\n");
        for (var i = 0; i < depth; i++)
        {
            text.Append(' ', i * 2).Append(CultureInfo.InvariantCulture, $"for i{i} in range({i + 5}):\n");
        }

        return text.Append(' ', depth * 2).Append("rows.append((i0, str(i1)))\n").ToString();
    }
}
