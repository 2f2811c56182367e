using System.Diagnostics;
using System.Text.Json;
using LeakLens.Engine.Sizes;

namespace LeakLens.Engine.Tests.Sizes;

/// <summary>
/// The formulas against the sizes that CPython reports and allocates (sizes.py, whose answers are kept). CPython 3.14 could only be
/// asked in a 32-bit build: there every pointer and counter is half as wide, and <see cref="NarrowSizes"/> says what is not.
/// </summary>
public sealed class SizeFormulaTests
{
    private static readonly Dictionary<string, Func<long[], TargetVersion, long>> Formulas = new(StringComparer.Ordinal)
    {
        ["list"] = (row, _) => ContainerSizes.List(row[0], 0, 0, 1),
        ["extend"] = (row, _) => ContainerSizes.List(row[0], row[1], (row[1] + 1) & ~1L, row[1]),
        ["presized"] = (row, _) => ContainerSizes.List(row[0], row[0], row[0], 1),
        ["dict"] = (row, _) => ContainerSizes.Dict(row[0], stringKeys: false),
        ["keys"] = (row, _) => ContainerSizes.Dict(row[0], stringKeys: true),
        ["set"] = (row, _) => ContainerSizes.Set(row[0]),
        ["deque"] = (row, _) => ContainerSizes.Deque(row[0]),
        ["tuple"] = (row, target) => ContainerSizes.Tuple(row[0], target),
        ["bytes"] = (row, _) => StringSizes.Bytes(row[0]),
        ["bytearray"] = (row, _) => ContainerSizes.ByteArray(row[0]),
        ["str"] = (row, target) => StringSizes.Str(row[0], (StringKind)row[1], target),
        ["int"] = (row, _) => ScalarSizes.IntOfBits(row[0]),
        ["float"] = (_, _) => ScalarSizes.Float,
        ["complex"] = (_, _) => ScalarSizes.Complex,
        ["instance"] = (row, target) => ObjectSizes.Instance(row[0], target),
        ["slotted"] = (row, _) => ObjectSizes.SlottedInstance(row[0]),
        ["function"] = (_, target) => ObjectSizes.Function(target),
        ["generator"] = (row, target) => ObjectSizes.Generator(row[0], target),
        ["method"] = (_, _) => ObjectSizes.Method,
        ["builtin_method"] = (_, _) => ObjectSizes.BuiltinMethod,
        ["list_iterator"] = (_, _) => ObjectSizes.ListIterator,
        ["range"] = (_, _) => ObjectSizes.Range,
        ["cell"] = (_, _) => ObjectSizes.Cell,
    };

    [Theory]
    [InlineData("3.11", TargetVersion.Python311)]
    [InlineData("3.12", TargetVersion.Python312)]
    [InlineData("3.13", TargetVersion.Python313)]
    [InlineData("3.14", TargetVersion.Python314)]
    public void Formulas_agree_with_what_CPython_answered(string version, TargetVersion target)
    {
        using var measured = JsonDocument.Parse(File.ReadAllText(Recorded(version)));
        var isNarrow = measured.RootElement.GetProperty("pointer").GetInt32() == 4;
        foreach (var (name, formula) in Formulas)
        {
            foreach (var row in Rows(measured.RootElement, name))
            {
                var bytes = formula(row, target);
                (isNarrow ? NarrowSizes.Of(name, row, bytes) : bytes).ShouldBe(row[^1], $"{name} {string.Join(", ", row)}");
            }
        }
    }

    /// <summary>A container keeps its size until the next row says otherwise.</summary>
    [Theory]
    [InlineData("list")]
    [InlineData("dict")]
    [InlineData("keys")]
    [InlineData("set")]
    [InlineData("deque")]
    public void Tables_keep_their_size_between_the_rows(string name)
    {
        using var measured = JsonDocument.Parse(File.ReadAllText(Recorded("3.11")));
        var rows = Rows(measured.RootElement, name);
        for (var i = 1; i < rows.Count; i++)
        {
            Formulas[name]([rows[i][0] - 1], TargetVersion.Python311).ShouldBe(rows[i - 1][^1], $"{name} {rows[i][0] - 1}");
        }
    }

    [Python311Fact]
    public void The_interpreter_on_this_machine_answers_what_is_kept()
    {
        var start = new ProcessStartInfo("python3", [Path.Combine(Folder, "sizes.py")]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start).ShouldNotBeNull();
        process.StandardOutput.ReadToEnd().ShouldBe(File.ReadAllText(Recorded("3.11")));
    }

    private static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "LeakLens.Engine.Tests", "Sizes");

    private static string Recorded(string version) => Path.Combine(Folder, $"sizes-{version}.json");

    private static List<long[]> Rows(JsonElement measured, string name) =>
        [.. measured.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(number => number.GetInt64()).ToArray())];
}
