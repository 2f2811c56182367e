using System.Collections.Immutable;
using LeakLens.Deployment.Files;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;
using LeakLens.Workspace.Reports;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Gate;

/// <summary>Says of analysed files why they may not run. What the files say of themselves (suppressions, configuration) counts for nothing here.</summary>
public sealed class GateKeeper
{
    private const int MostElements = 12;

    private readonly AnalysisOptions _options;
    private readonly TryBudget _budget = new();
    private readonly CancellationToken _cancellation;

    public GateKeeper(AnalysisOptions options, CancellationToken cancellation)
    {
        _options = options;
        _cancellation = cancellation;
    }

    /// <summary>Why a file may not run; null when it may.</summary>
    public Refusal? Judge(FileReport file)
    {
        var verdict = VerdictOn(file);
        if (verdict == Verdict.Allow)
        {
            return null;
        }

        var elements = ElementsOf(file);
        var against = file.Findings.Where(static finding => Analyzer.VerdictOf([finding]) != Verdict.Allow)
            .OrderByDescending(static finding => (Analyzer.VerdictOf([finding]), Composition.ScoreOf(finding.Signals), finding.Estimate?.RetainedBytes ?? 0))
            .ToImmutableArray();
        var wording = GateWording.BuiltIn;
        return against is [var worst, ..] && file.Text is { } text
            ? new Refusal(
                file.Path,
                verdict,
                Wording.LowerFirst(worst.Message),
                $"{worst.Rule.Name} ({worst.Rule.Id})",
                wording.MechanismOf(worst.Rule.Family),
                [.. against.SelectMany(static finding => finding.Signals).Distinct().Order().Select(signal => wording.NameOf(JsonNames.Of(signal)))],
                elements,
                IsSmall(against),
                ChangeFor(file.IsNotebook || file.IsData || DeploymentNames.MayBeDeployment(file.Path) ? null : text, against, worst))
            : new Refusal(file.Path, verdict, Wording.LowerFirst((elements.FirstOrDefault(static element => element.RuleId is null) ?? elements[0]).Message), "unreadable code", "cannot be judged as a whole", [], elements, IsSmall: false, new AcceptableChange(ChangeFor(file), IsVerified: false));
    }

    /// <summary>Nothing goes on without end, and all of it together takes little.</summary>
    private static bool IsSmall(ImmutableArray<Finding> against)
    {
        const long Little = 16 << 20;
        return against.All(static finding => finding.Estimate is { Bound: GrowthBound.Finite, Multiplicity: Multiplicity.Once })
            && against.Sum(static finding => Math.Min(Little, Math.Max(finding.Estimate?.PeakBytes ?? Little, finding.Estimate?.RetainedBytes ?? 0))) < Little;
    }

    /// <summary>What was not read, or not read to its end, may hold anything: a person has to look.</summary>
    public static Verdict VerdictOn(FileReport file)
    {
        var isWhole = file.Problems.IsEmpty && !file.IsPartial;
        return isWhole || file.Verdict == Verdict.Block ? file.Verdict : Verdict.Review;
    }

    private static ImmutableArray<RefusalElement> ElementsOf(FileReport file)
    {
        var elements = ImmutableArray.CreateBuilder<RefusalElement>();
        foreach (var finding in file.Findings.OrderByDescending(static finding => finding.Level).Take(MostElements))
        {
            elements.Add(new RefusalElement(LineOf(file.Text, finding), finding.Rule.Id, finding.Level, finding.Estimate?.RetainedBytes ?? finding.Estimate?.PeakBytes, finding.Message));
        }

        foreach (var problem in file.Problems.Take(MostElements - elements.Count))
        {
            elements.Add(new RefusalElement(problem.Line, null, FindingLevel.Warning, null, problem.Message));
        }

        if (file.IsPartial)
        {
            elements.Add(PartOf(file));
        }

        return elements.ToImmutable();
    }

    private static RefusalElement PartOf(FileReport file) => file.Unfinished is { } part
        ? new RefusalElement(part.Line, null, FindingLevel.Warning, null, $"It was analysed only in part: {Wording.LowerFirst(part.What)} in line {part.Line} does more than the budget for one file allows to follow")
        : new RefusalElement(0, null, FindingLevel.Warning, null, "It was analysed only in part: it does more than the budget for one file allows to follow");

    private static int LineOf(SourceText? text, Finding finding) => text is null ? 0 : text.Lines.GetLine(finding.Span.Start) + 1;

    private static string ChangeFor(FileReport file) => file is { Unfinished: { } part, Problems.IsEmpty: true }
        ? $"do less in {Wording.LowerFirst(part.What)} in line {part.Line}, or send it in smaller pieces"
        : "send code that can be read as a whole";

    /// <param name="text">What was analysed; null where that is no text of its own.</param>
    private AcceptableChange ChangeFor(SourceText? text, ImmutableArray<Finding> against, Finding worst) =>
        (text is null ? null : new ChangeFinder(text, _options, against, _budget, _cancellation).Find())
        ?? new AcceptableChange(worst.Advice is { } advice ? Wording.LowerFirst(advice) : $"see `leaklens explain {worst.Rule.Id}`", IsVerified: false);
}
