using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Growths;

/// <summary>Tells each growth once: by the rule that says most about it, at the level that its signals together deserve.</summary>
internal sealed class GrowthFindings
{
    private const long LargeEachTime = 1024;

    private readonly RuleContext _context;

    public GrowthFindings(RuleContext context) => _context = context;

    public IEnumerable<Finding> Check()
    {
        var told = new List<(SyntaxNode Node, Finding Finding)>();
        foreach (var fact in _context.Facts.Growths)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            if (Tell(new GrowthCase(fact, _context)) is { } finding)
            {
                told.Add((fact.Node, finding));
            }
        }

        // One statement may grow a container and those inside it: the cause is told once, with the largest.
        return told.Count < 2
            ? told.Select(static one => one.Finding)
            : told.GroupBy(one => StatementOf(one.Node), static one => one.Finding).Select(static same => same.MaxBy(static finding => (finding.Level, BytesOf(finding)))).OfType<Finding>();
    }

    private SyntaxNode StatementOf(SyntaxNode node) => node is Statement ? node : _context.Code.StatementAround(node) ?? node;

    private static long BytesOf(Finding finding) => Math.Max(finding.Estimate?.RetainedBytes ?? 0, finding.Estimate?.PeakBytes ?? 0);

    private Finding? Tell(GrowthCase growth)
    {
        if (growth.IsExitHook || growth.HasUnseenEnd)
        {
            return null;
        }

        GrowthRule? teller = null;
        RuleDescriptor? told = null;
        FindingLevel? level = null;
        var isCarried = false;
        var others = ImmutableArray.CreateBuilder<string>();
        foreach (var rule in RuleBook.Growths)
        {
            if (_context.Rules.Find(rule.Id) is not { } descriptor || !rule.Covers(growth) || rule.Judge(growth, descriptor) is not { } judged)
            {
                continue;
            }

            isCarried |= rule.IsCarrier;
            level = GrowthJudge.Higher(level, judged);
            if (teller is null)
            {
                (teller, told) = (rule, descriptor);
            }
            else
            {
                others.Add(rule.Id);
            }
        }

        if (teller is null || told is null || level is not { } own)
        {
            return null;
        }

        var isQuiet = growth.IsLeftUncalled || growth.IsOneConstant || growth.IsOfFewNames || growth.IsTyped;
        own = isQuiet && own > FindingLevel.Note ? FindingLevel.Note : own;
        told = growth.IsLeftUncalled ? told with { Floor = FindingLevel.Note } : told;
        return Report(growth, teller, told, own, isCarried, others.ToImmutable());
    }

    private Finding Report(GrowthCase growth, GrowthRule rule, RuleDescriptor descriptor, FindingLevel level, bool isCarried, ImmutableArray<string> others)
    {
        var text = new GrowthText(growth);
        var estimate = GrowthNumbers.EstimateOf(growth.Fact);
        var signals = SignalsOf(growth, descriptor, isCarried);
        return new Finding(
            descriptor,
            growth.Fact.IsShared || growth.IsLeftUncalled || growth.IsOneConstant || growth.IsOfFewNames || growth.IsTyped || growth.IsSeldomReference ? level : _context.Rules.Composition.Raise(level, signals, estimate),
            GrowthNumbers.ConfidenceOf(growth.Fact),
            growth.Fact.Node.Span,
            rule.Message(growth),
            estimate,
            [.. text.Related(), .. rule.Related(growth)],
            [],
            text.Explain())
        {
            Advice = rule.Advice(growth),
            Signals = signals,
            AlsoMatches = others,
            HeldBy = growth.Fact.Origin,
        };
    }

    private static ImmutableArray<Signal> SignalsOf(GrowthCase growth, RuleDescriptor rule, bool isCarried)
    {
        var signals = ImmutableArray.CreateBuilder<Signal>();
        void Note(Signal signal, bool holds)
        {
            if (holds)
            {
                signals.Add(signal);
            }
        }

        const int Often = 500;
        var often = rule.Thresholds.GetValueOrDefault("error-trips") is > 0 and var trips ? trips : Often;
        Note(Signal.Repetition, growth.Trips >= often || growth.IsOpenEnded);
        Note(Signal.Size, GrowthNumbers.PerTime(growth.Fact) >= LargeEachTime);
        Note(Signal.Persistence, growth.IsPersistent);
        Note(Signal.NoRelease, !growth.IsReleased);
        Note(Signal.Tracing, growth.Fact.IsTraced);
        Note(Signal.UnenforcedReading, growth.Fact.Readings.Any(reading => reading is Call call && !growth.Context.Diagnostics.UseOf(call).IsEnforced));
        Note(Signal.WriteOnly, growth.Fact.IsNeverRead);
        Note(Signal.Carrier, isCarried);
        Note(Signal.Cycle, growth.Fact.Content.HasCycle);
        Note(Signal.OpenEnded, growth.IsOpenEnded && growth.IsPersistent);
        return signals.ToImmutable();
    }
}
