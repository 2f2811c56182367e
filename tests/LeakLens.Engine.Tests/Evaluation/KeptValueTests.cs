using System.Collections.Concurrent;
using Newtonsoft.Json.Linq;

namespace LeakLens.Engine.Tests.Evaluation;

/// <summary>
/// What the values of hundreds of expressions keep, and what hundreds of statements add to a container: the engine claims the bytes that
/// CPython 3.11 was seen to hold. <c>kept_values.json</c> has both, and <c>kept_values.py</c> measures and writes it.
/// </summary>
public sealed class KeptValueTests
{
    private const double Tolerance = 0.1;

    /// <summary>Of little memory a table more or less makes much of a difference.</summary>
    private const long Smallest = 4_000;

    private static readonly string Cases = Path.Combine(RepositoryRoot.Path, "tests", "LeakLens.Engine.Tests", "Evaluation", "kept_values.json");

    [Fact]
    public void Claims_are_what_CPython_holds_except_where_the_table_says_otherwise()
    {
        var wrong = new ConcurrentQueue<string>();
        Parallel.ForEach(JArray.Parse(File.ReadAllText(Cases)), one =>
        {
            var program = one.Value<string>("program") ?? string.Empty;
            var bytes = one.Value<long>("bytes");
            var claimed = Claims.Of(program);
            var isRight = Math.Abs(claimed - bytes) <= Math.Max(Smallest, Tolerance * bytes);
            if (isRight == one.Value<bool>("isWrong"))
            {
                wrong.Enqueue($"{(isRight ? "no longer wrong" : $"claimed {claimed} of {bytes}")}: {program.ReplaceLineEndings("; ")}");
            }
        });

        string.Join('\n', wrong).ShouldBeEmpty($"{wrong.Count} differ");
    }
}
