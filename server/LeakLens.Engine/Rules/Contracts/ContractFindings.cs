using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Engine.Rules.Lifetimes.Resources;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Contracts;

/// <summary>
/// What breaks the rules of a project's own. They have no guards: what a contract forbids is told, at its level, also where a built-in rule would
/// keep silent.
/// </summary>
internal sealed class ContractFindings
{
    /// <summary>Of one rule in one text: nobody reads more, and two hundred rules must not make a report of gigabytes.</summary>
    private const int MostOfOne = 100;

    private readonly RuleContext _context;

    private readonly Lazy<ILookup<string, ResourceUse>> _resources;
    private readonly Dictionary<GrowthFact, bool> _none = new(ReferenceEqualityComparer.Instance);

    private ContractFindings(RuleContext context)
    {
        _context = context;
        _resources = new(() => ResourceContract.Find(context), isThreadSafe: false);
    }

    public static IEnumerable<Finding> Check(RuleContext context) =>
        context.Rules.Contracts.IsEmpty ? [] : context.Rules.Contracts.SelectMany(new ContractFindings(context).Check);

    private IEnumerable<Finding> Check(RuleDescriptor rule)
    {
        _context.Cancellation.ThrowIfCancellationRequested();
        if (rule.Contract is not { } contract)
        {
            return [];
        }

        var found = contract.Fact switch
        {
            ContractFact.Growth => CheckGrowths(rule, contract, LargestOfStatements(rule, contract)),
            ContractFact.Peak => CheckPeaks(rule, contract),
            _ => ResourceContract.Check(_context, rule, contract, _resources.Value[rule.Id]),
        };
        return Shorten([.. found.Take(MostOfOne + 1).OrderBy(static finding => finding.Span.Start)]);
    }

    private IEnumerable<Finding> CheckGrowths(RuleDescriptor rule, Contract contract, IEnumerable<GrowthFact> facts) =>
        facts.OrderBy(static fact => fact.Node.Start).Select(fact => GrowthContract.Tell(rule, contract, new GrowthCase(fact, _context)));

    private IEnumerable<Finding> CheckPeaks(RuleDescriptor rule, Contract contract)
    {
        var grown = LargestOfStatements(rule, contract);
        return CheckGrowths(rule, contract, grown).Concat(PeakContract.Check(_context, rule, contract, grown));
    }

    /// <summary>One statement may grow a container and those inside it: the cause is told once, with the largest.</summary>
    private List<GrowthFact> LargestOfStatements(RuleDescriptor rule, Contract contract) =>
    [
        .. _context.Facts.Growths.Where(fact => GrowthContract.Holds(rule, contract, fact) && !IsNone(fact))
            .GroupBy(fact => StatementOf(fact.Node))
            .Select(static same => same.MaxBy(GrowthContract.SizeOf))
            .OfType<GrowthFact>(),
    ];

    /// <summary>It ends, though what was evaluated does not show it: no matter of level, but of whether there is a growth.</summary>
    private bool IsNone(GrowthFact fact)
    {
        if (!_none.TryGetValue(fact, out var isNone))
        {
            _none[fact] = isNone = GrowthJudge.IsImpossible(fact) || new GrowthCase(fact, _context).HasUnseenEnd;
        }

        return isNone;
    }

    private SyntaxNode StatementOf(SyntaxNode node) => node is Statement ? node : _context.Code.StatementAround(node) ?? node;

    private static IEnumerable<Finding> Shorten(List<Finding> findings)
    {
        if (findings.Count <= MostOfOne)
        {
            return findings;
        }

        var last = findings[MostOfOne - 1];
        findings[MostOfOne - 1] = last with { Message = $"{last.Message} (and more of {last.Rule.Id} in this file)" };
        return findings.Take(MostOfOne);
    }
}
