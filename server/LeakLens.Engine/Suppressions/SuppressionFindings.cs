using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Suppressions;

/// <summary>Findings about suppressions themselves.</summary>
internal sealed class SuppressionFindings
{
    private readonly RuleSet _rules;
    private readonly SuppressionRemoval _removal;

    public SuppressionFindings(RuleSet rules, SourceText text)
    {
        _rules = rules;
        _removal = new SuppressionRemoval(text);
    }

    /// <summary>What can be said from the comments alone.</summary>
    public IEnumerable<Finding> CheckComments(ImmutableArray<SuppressionComment> comments)
    {
        var unknown = _rules.Find(UnknownSuppressionRule.Id);
        var unjustified = _rules.Find(AllowanceWithoutJustificationRule.Id);
        foreach (var comment in comments)
        {
            if (unknown is not null && UnknownSuppressionRule.Check(comment, _rules) is { } found)
            {
                yield return Report(unknown, comment, found.Message, found.Names);
            }

            if (unjustified is not null && AllowanceWithoutJustificationRule.IsUnjustified(comment))
            {
                yield return Report(unjustified, comment, AllowanceWithoutJustificationRule.Message, names: null);
            }
        }
    }

    /// <summary>What is left when all findings have looked for who accepts them.</summary>
    public IEnumerable<Finding> CheckUse(IReadOnlyList<ActiveSuppression> active)
    {
        if (_rules.Find(UnusedSuppressionRule.Id) is not { } rule)
        {
            yield break;
        }

        foreach (var ofComment in active.GroupBy(one => one.Comment))
        {
            if (UnusedSuppressionRule.Check(ofComment.Key, [.. ofComment], _rules) is { } found)
            {
                yield return Report(rule, ofComment.Key, found.Message, found.Names);
            }
        }
    }

    /// <param name="names">The names that the fix takes out, none for the whole; null for no fix.</param>
    private Finding Report(RuleDescriptor rule, SuppressionComment comment, string message, IReadOnlyCollection<int>? names)
    {
        ImmutableArray<Fix> fixes = names is null ? [] : [new Fix("Remove it", Applicability.Safe, _removal.Remove(comment, names))];
        return new Finding(rule, rule.FixedLevel ?? rule.DefaultLevel, Confidence: 1, comment.Span, message, Estimate: null, Related: [], fixes, Explanation: []);
    }
}
