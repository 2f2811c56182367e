using System.Diagnostics;
using System.Text.Json;
using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Tests.Sizes;

/// <summary>The formulas against the sizes that the interpreter on this machine reports. They hold for CPython 3.11.</summary>
public sealed class SizeFormulaTests
{
    private const string Script = """
        import json, sys
        out = {"version": list(sys.version_info[:2]), "list": [], "extend": [], "dict": [], "keys": [], "set": [], "str": [], "tuple": []}
        xs, d, e, s = [], {}, {}, set()
        for n in range(70000):
            if n < 3000 or n % 997 == 0:
                out["list"].append([n, sys.getsizeof(xs)]); out["dict"].append([n, sys.getsizeof(d)])
                out["keys"].append([n, sys.getsizeof(e)]); out["set"].append([n, sys.getsizeof(s)])
            xs.append(None); d[n] = None; e[str(n)] = None; s.add(n)
        for step in (2, 3, 7, 21, 50, 1000):
            xs = []
            for _ in range(300):
                xs.extend([None] * step)
                out["extend"].append([len(xs), step, sys.getsizeof(xs)])
        for kind, c in enumerate(("a", "\xe9", "\u20ac", "\U0001F600")):
            for n in (2, 3, 100, 5000):
                out["str"].append([n, kind, sys.getsizeof(c * n)])
        for n in (1, 2, 50):
            out["tuple"].append([n, sys.getsizeof((None,) * n)])
        print(json.dumps(out))
        """;

    [Python311Fact]
    public void Formulas_agree_with_getsizeof()
    {
        var measured = Measure();
        Check(measured.RootElement, "list", row => ContainerSizes.List(row[0], 0, 0, 1));
        Check(measured.RootElement, "extend", row => ContainerSizes.List(row[0], row[1], (row[1] + 1) & ~1L, row[1]));
        Check(measured.RootElement, "dict", row => ContainerSizes.Dict(row[0], stringKeys: false));
        Check(measured.RootElement, "keys", row => ContainerSizes.Dict(row[0], stringKeys: true));
        Check(measured.RootElement, "set", row => ContainerSizes.Set(row[0]));
        Check(measured.RootElement, "str", row => StringSizes.Str(row[0], (StringKind)row[1]));
        Check(measured.RootElement, "tuple", row => ContainerSizes.Tuple(row[0]));
    }

    private static void Check(JsonElement measured, string name, Func<long[], long> formula)
    {
        foreach (var element in measured.GetProperty(name).EnumerateArray())
        {
            var row = element.EnumerateArray().Select(number => number.GetInt64()).ToArray();
            formula(row).ShouldBe(row[^1], $"{name} {string.Join(", ", row)}");
        }
    }

    private static JsonDocument Measure()
    {
        var start = new ProcessStartInfo("python3", ["-c", Script]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start).ShouldNotBeNull();
        var measured = JsonDocument.Parse(process.StandardOutput.ReadToEnd());
        var version = measured.RootElement.GetProperty("version");
        (version[0].GetInt32(), version[1].GetInt32()).ShouldBe((3, 11));
        return measured;
    }
}
