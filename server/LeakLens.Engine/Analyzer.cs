using System.Collections.Immutable;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Modules;
using LeakLens.Engine.Rules;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Payloads;
using LeakLens.Engine.Suppressions;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine;

/// <summary>The whole way from a text to findings. Stateless and thread-safe.</summary>
public static class Analyzer
{
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static AnalysisResult Analyze(SourceText text, AnalysisOptions options, CancellationToken cancellation = default)
    {
        if (options.Language is { } language)
        {
            return language.Analyze(text, options, cancellation);
        }

        var tree = SyntaxTree.Parse(text, cancellation);
        if (options.Role == CodeRole.Foreign)
        {
            return new AnalysisResult(tree, [], Verdict.Allow);
        }

        return options.RunsSideBySide ? AnalyzeSideBySide(tree, options, cancellation) : Judge(tree, Gather(tree, options, cancellation), options, cancellation);
    }

    /// <summary>As above, from facts that were gathered before.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static AnalysisResult Judge(SyntaxTree tree, MemoryFacts facts, AnalysisOptions options, CancellationToken cancellation = default)
    {
        var context = new RuleContext(tree, TendedByOthers.Remove(facts), options, cancellation);
        var findings = new TextFindings(context);
        findings.CheckText();
        return Conclude(context, findings);
    }

    private static MemoryFacts Gather(SyntaxTree tree, AnalysisOptions options, CancellationToken cancellation) =>
        MemoryFacts.Gather(tree, options.Target, options.Models, options.Modules, options.RunsSideBySide, cancellation);

    /// <summary>The rules that the text alone answers are asked while it is evaluated.</summary>
    private static AnalysisResult AnalyzeSideBySide(SyntaxTree tree, AnalysisOptions options, CancellationToken cancellation)
    {
        // Both need them.
        tree.GetScopes(cancellation);
        var facts = new TaskCompletionSource<MemoryFacts>(TaskCreationOptions.RunContinuationsAsynchronously);
        var context = new RuleContext(tree, facts.Task, options, cancellation);
        var findings = new TextFindings(context);
        var rules = Task.Run(findings.CheckText, CancellationToken.None);
        try
        {
            facts.SetResult(TendedByOthers.Remove(Gather(tree, options, cancellation)));
        }
        catch (Exception exception)
        {
            // Nobody waits for facts that do not come.
            facts.SetException(exception);
            ((IAsyncResult)rules).AsyncWaitHandle.WaitOne();
            throw;
        }

        rules.GetAwaiter().GetResult();
        return Conclude(context, findings);
    }

    private static AnalysisResult Conclude(RuleContext context, TextFindings findings)
    {
        var (tree, facts, options) = (context.Tree, context.Facts, context.Options);
        var found = findings.CheckFacts();
        RemoveOld(context, found);
        return Conclude(tree, found, options, isWhole: !facts.IsPartial) with
        {
            IsPartial = facts.IsPartial,
            Facts = facts,

            // What a test takes out, it puts back for the next test: that does not count.
            Tends = options.Role == CodeRole.Practice ? [] : TendedNames.Of(context),
            Payloads = [.. context.Payloads.Payloads],
            FileFindings = PayloadFiles.Check(context),
        };
    }

    /// <summary>From what rules have found to what is told: the level in force, the order, what comments accept, what the text is for.</summary>
    /// <param name="isWhole">All was looked at: what was not found is not there.</param>
    public static AnalysisResult Conclude(SyntaxTree tree, IEnumerable<Finding> found, AnalysisOptions options, bool isWhole)
    {
        var ordered = found.Select(WithLevelInForce).ToArray();
        Array.Sort(ordered, static (left, right) => left.Span.Start != right.Span.Start ? left.Span.Start.CompareTo(right.Span.Start) : string.CompareOrdinal(left.Rule.Id, right.Rule.Id));
        var (told, suppressed) = SuppressionFilter.Apply(tree, [.. ordered], options, isWhole);
        var findings = Quieten(told, options.Role);
        return new AnalysisResult(tree, findings, VerdictOf(findings)) { Suppressed = suppressed };
    }

    /// <summary>What a gate would say: rules that only advise stop nothing, and the smaller of two doubts wants a human's eye.</summary>
    public static Verdict VerdictOf(IEnumerable<Finding> findings)
    {
        var verdict = Verdict.Allow;
        foreach (var finding in findings)
        {
            var own = finding.Level switch
            {
                FindingLevel.Error => finding.Rule.CanBlock ? Verdict.Block : Verdict.Review,
                FindingLevel.Warning when finding.Rule.CanBlock => Verdict.Review,
                _ => Verdict.Allow,
            };
            verdict = own > verdict ? own : verdict;
        }

        return verdict;
    }

    /// <summary>What only Python 2 runs is no matter any more. Code that nobody trusts is not excused.</summary>
    private static void RemoveOld(RuleContext context, List<Finding> findings)
    {
        if (findings.Count > 0 && context.Rules.TrustsPaths && OldPython.BlocksOf(context) is { Count: > 0 } blocks)
        {
            findings.RemoveAll(finding => blocks.Any(block => block.Start <= finding.Span.Start && finding.Span.End <= block.End));
        }
    }

    /// <summary>What a test holds is gone in a moment: notes are not told of it, and all else one level lower. What it only takes for a moment is why somebody wrote it. What a project forbids itself, it forbids there, too.</summary>
    private static ImmutableArray<Finding> Quieten(ImmutableArray<Finding> findings, CodeRole role) => role switch
    {
        CodeRole.Foreign => [],
        CodeRole.Practice => [.. findings.Where(static finding => finding.Level > FindingLevel.Note || finding.Rule.Contract is not null).Select(static finding => finding.Rule.Contract is not null ? finding : finding with { Level = IsPeakOnly(finding) ? FindingLevel.Note : finding.Level - 1 })],
        _ => findings,
    };

    private static bool IsPeakOnly(Finding finding) => finding.Estimate is { RetainedBytes: not > 0, PeakBytes: > 0, Lifetime: Lifetime.Function };

    private static Finding WithLevelInForce(Finding finding)
    {
        var rule = finding.Rule;
        return finding with { Level = rule.FixedLevel ?? (rule.Floor > finding.Level ? rule.Floor : finding.Level) };
    }
}
