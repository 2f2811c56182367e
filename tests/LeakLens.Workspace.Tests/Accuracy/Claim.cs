using LeakLens.Engine;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Tests.Accuracy;

/// <summary>What the engine says about one program in one number, and the fact that says most.</summary>
/// <param name="Bytes">Infinite when something grows without end.</param>
/// <param name="Told">The level of the most serious finding in the profile for people; null when nothing is found.</param>
/// <param name="Gate">What the gate says.</param>
internal sealed record Claim(double Bytes, GrowthFact? Main, Module Root, FindingLevel? Told, Verdict Gate)
{
    private static readonly AnalysisOptions ForPeople = OptionsOf(RuleCatalogue.DefaultProfile);
    private static readonly AnalysisOptions ForGates = OptionsOf(RuleCatalogue.StrictProfile);

    public static Claim Of(MeasuredProgram program)
    {
        var text = SourceText.From(File.ReadAllText(System.IO.Path.Combine(MeasuredProgram.Folder, program.Path)));
        var tree = SyntaxTree.Parse(text);

        // What only the world would call did not run when the program was measured.
        var all = FileFacts.Gather(program.Path, tree, TargetVersion.Python311, CancellationToken.None).Facts;
        var facts = all.Growths.Where(fact => !fact.IsEntryPoint).ToList();
        var amounts = facts.Select(fact => BytesOf(fact, program.IsPeak)).ToList();
        var bytes = amounts.Count == 0 ? 0 : program.IsPeak ? amounts.Max() : amounts.Sum();
        if (program.IsPeak)
        {
            bytes = Math.Max(bytes, all.Allocations.Where(fact => !fact.IsEntryPoint).Select(fact => (double)fact.LiveBytes.High).DefaultIfEmpty(0).Max());
        }

        var main = amounts.Count == 0 ? null : facts[amounts.IndexOf(amounts.Max())];
        var told = Analyzer.Judge(tree, all, ForPeople).Findings.Select(finding => (FindingLevel?)finding.Level).DefaultIfEmpty(null).Max();
        var gate = Analyzer.Judge(tree, all, ForGates).Verdict;
        return new Claim(bytes, main, tree.Root, told, gate == Verdict.Allow && all.IsPartial ? Verdict.Review : gate);
    }

    private static AnalysisOptions OptionsOf(string profile) =>
        new(RuleCatalogue.BuiltIn.FindProfile(profile)!.Apply(RuleCatalogue.BuiltIn.Rules));

    /// <summary>A bound that is not known claims only what is certain, as no rule would report more.</summary>
    private static double BytesOf(GrowthFact fact, bool isPeak)
    {
        var amount = isPeak ? fact.Peak : fact.LikelyRetained;
        if (amount.HasFiniteHigh)
        {
            return amount.High;
        }

        return amount.IsUnbounded && fact.Releases == Quantity.Zero ? double.PositiveInfinity : Math.Max(0, Math.Min(amount.Low, 1L << 60));
    }
}
