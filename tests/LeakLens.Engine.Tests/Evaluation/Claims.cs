using LeakLens.Engine.Facts;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Evaluation;

/// <summary>What the engine claims that a program holds when its last line has run.</summary>
internal static class Claims
{
    private const double Tolerance = 0.03;
    private const long Nothing = 60_000;

    public static MemoryFacts Gather(string program) => MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From(program)), CancellationToken.None);

    /// <summary>Bytes; of what has no end that is known, those that are certain.</summary>
    public static double Of(string program) =>
        Gather(program).Growths.Where(static fact => !fact.IsEntryPoint).Sum(static fact => (double)(fact.Retained.HasFiniteHigh ? fact.Retained.High : fact.Retained.Low));

    /// <summary>The claim is within three percent of what <c>tracemalloc</c> counted, or next to nothing where nothing is kept.</summary>
    public static void Check(long retained, string program)
    {
        var facts = Gather(program);
        var claimed = facts.Growths.Where(static fact => !fact.IsEntryPoint).Sum(static fact => fact.Retained.High);
        if (retained == 0)
        {
            claimed.ShouldBeLessThan(Nothing);
        }
        else
        {
            Math.Abs(claimed - retained).ShouldBeLessThan((long)(Tolerance * retained), $"claimed {claimed} of {retained}");
        }
    }
}
