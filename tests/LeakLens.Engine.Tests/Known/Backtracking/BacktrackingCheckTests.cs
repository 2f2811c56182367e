using System.Diagnostics;
using LeakLens.Engine.Known.Patterns;
using LeakLens.Engine.Known.Patterns.Backtracking;
using LeakLens.Engine.Tests.Sizes;
using Newtonsoft.Json;

namespace LeakLens.Engine.Tests.Known.Backtracking;

/// <summary>
/// Which patterns backtrack without bound: <c>patterns.txt</c> holds one a line, each with its verdict and how it is tried. Every text that is said to
/// take long is then given to CPython itself, with a limit of time.
/// </summary>
public sealed class BacktrackingCheckTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "LeakLens.Engine.Tests", "Known", "Backtracking");

    [Fact]
    public void Verdicts_are_those_of_the_list()
    {
        var wrong = new List<string>();
        foreach (var (verdict, use, pattern) in Patterns())
        {
            var witness = Find(pattern, use);
            var given = witness is null ? "safe" : witness.IsExponential ? "exponential" : "polynomial";
            // What is safe against exponential growth may be quadratic: whether that matters depends on the text.
            if (given != verdict && !(verdict is "safe" && given is "polynomial"))
            {
                wrong.Add($"{use} {pattern} is {verdict}, not {given}");
            }
        }

        string.Join('\n', wrong).ShouldBeEmpty($"{wrong.Count} differ");
        Patterns().Count(pattern => pattern.Verdict is not "safe").ShouldBeGreaterThanOrEqualTo(40);
        Patterns().Count(pattern => pattern.Verdict is "safe").ShouldBeGreaterThanOrEqualTo(40);
    }

    /// <summary>It waits for CPython to take long, a hundred times.</summary>
    [Python311Fact]
    [Trait("Category", "Proof")]
    public void CPython_takes_long_for_every_text_that_is_said_to_take_long()
    {
        var claims = Patterns().Select(pattern => (pattern, Witness: Find(pattern.Text, pattern.Use))).Where(found => found.Witness is not null).Select(found => JsonConvert.SerializeObject(new
        {
            kind = found.Witness!.IsExponential ? "exponential" : "polynomial",
            use = found.pattern.Use is PatternUse.FullMatch ? "fullMatch" : found.pattern.Use.ToString().ToLowerInvariant(),
            pattern = found.pattern.Text,
            prefix = found.Witness.Prefix,
            pump = found.Witness.Pump,
            suffix = found.Witness.Suffix,
        }));

        using var process = Process.Start(new ProcessStartInfo("python3", [Path.Combine(Folder, "measure.py")]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true }).ShouldNotBeNull();
        process.StandardInput.Write(string.Join('\n', claims));
        process.StandardInput.Close();

        process.StandardOutput.ReadToEnd().ShouldBeEmpty();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("((((((((((((((((((((a*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*b")]
    [InlineData("(a{1,900}){1,900}(b{1,900}){1,900}$")]
    public void Patterns_that_are_made_to_be_hard_are_given_up_or_answered(string pattern) => Should.CompleteIn(() => Find(pattern, PatternUse.Search), TimeSpan.FromSeconds(10));

    [Fact]
    public void A_pattern_of_many_alternatives_ends()
    {
        var pattern = "(?:" + string.Join('|', Enumerable.Range(0, 180).Select(static i => $"x{i}")) + ")*y";

        Should.CompleteIn(() => Find(pattern, PatternUse.Search), TimeSpan.FromSeconds(10));
    }

    private static BacktrackingWitness? Find(string pattern, PatternUse use) => BacktrackingCheck.Find(pattern, PatternFlags.None, use, withPolynomial: true);

    private static IEnumerable<(string Verdict, PatternUse Use, string Text)> Patterns() =>
        File.ReadLines(Path.Combine(Folder, "patterns.txt")).Select(static line => line.Split('\t', 3)).Select(static parts => (parts[0], Enum.Parse<PatternUse>(parts[1], ignoreCase: true), parts[2]));
}
