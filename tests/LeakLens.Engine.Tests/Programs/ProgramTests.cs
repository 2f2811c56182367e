using System.Text.Json;
using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Programs;

/// <summary>
/// Programs whose memory CPython has measured (tests/programs/truth.json, written by measure.py): the engine must say the
/// same, within two percent, or within the few hundred bytes that a module's own names cost.
/// </summary>
public sealed class ProgramTests
{
    private const double Tolerance = 0.02;
    private const long Overhead = 600;

    /// <summary>Known wrong answers, each with its reason. A program that comes right must leave this list.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["loops/rebound.py"] = "The last list of one item is held, but nothing grows",
        ["loops/shared_payload.py"] = "The payload was there before the loop: it is not growth",
        ["loops/dict_same_key.py"] = "The transient second value of a replaced key is not part of the peak",
    };

    public static TheoryData<string, long, long> Programs()
    {
        var data = new TheoryData<string, long, long>();
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "truth.json")));
        foreach (var program in truth.RootElement.GetProperty("programs").EnumerateObject().Where(program => program.Name.StartsWith("loops/", StringComparison.Ordinal)))
        {
            data.Add(program.Name, program.Value.GetProperty("peak").GetInt64(), program.Value.GetProperty("retained").GetInt64());
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Facts_agree_with_tracemalloc(string program, long peak, long retained)
    {
        var facts = Gather(program);
        var estimatedPeak = facts.Growths.Select(fact => fact.Peak.High).DefaultIfEmpty(0).Max();
        var estimatedRetained = facts.Growths.Select(fact => fact.Retained.High).Sum();
        var agrees = IsClose(estimatedPeak, peak) && IsClose(estimatedRetained, retained);
        agrees.ShouldBe(!Known.ContainsKey(program), $"peak {estimatedPeak} for {peak}, retained {estimatedRetained} for {retained}");
    }

    [Fact]
    public void Known_wrong_answers_are_programs()
    {
        foreach (var program in Known.Keys)
        {
            File.Exists(Path.Combine(Folder, program)).ShouldBeTrue(program);
        }
    }

    private static string Folder => Path.Combine(RepositoryRoot.Path, "tests", "programs");

    private static MemoryFacts Gather(string program)
    {
        var text = SourceText.From(File.ReadAllText(Path.Combine(Folder, program)));
        return MemoryFacts.Gather(SyntaxTree.Parse(text), CancellationToken.None);
    }

    private static bool IsClose(long estimate, long truth) => Math.Abs(estimate - truth) <= Math.Max(Overhead, truth * Tolerance);
}
