using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Parsing;

namespace LeakLens.Engine.Suppressions;

/// <summary>Parts what is told from what somebody has accepted, and says which acceptance is good for nothing.</summary>
internal static class SuppressionFilter
{
    private const string Allowances = "";

    /// <param name="isWhole">All code was evaluated: what was not found is not there.</param>
    public static (ImmutableArray<Finding> Told, ImmutableArray<Finding> Accepted) Apply(SyntaxTree tree, ImmutableArray<Finding> findings, AnalysisOptions options, bool isWhole)
    {
        var comments = options.HonoursComments ? SuppressionParser.Parse(tree) : [];
        if (comments.IsEmpty && options.Allowance is null)
        {
            return (findings, []);
        }

        var plan = SuppressionPlan.Make(tree, comments, options.Rules);
        var sides = new Sides(plan, options.Allowance);
        sides.AddAll(findings);
        var about = new SuppressionFindings(options.Rules, tree.Text);
        sides.AddAll(about.CheckComments(comments));
        sides.AddAll(isWhole && tree.Errors.IsEmpty ? about.CheckUse(plan.Active) : []);
        return (Sort(sides.Told), Sort(sides.Accepted));
    }

    private static ImmutableArray<Finding> Sort(List<Finding> findings) =>
        [.. findings.OrderBy(finding => finding.Span.Start).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)];

    private sealed class Sides(SuppressionPlan plan, string? allowance)
    {
        private readonly ILookup<string, ActiveSuppression> _byRule = plan.Active.ToLookup(active => active.RuleId ?? Allowances, StringComparer.Ordinal);

        public List<Finding> Told { get; } = [];

        public List<Finding> Accepted { get; } = [];

        public void AddAll(IEnumerable<Finding> findings)
        {
            foreach (var finding in findings)
            {
                if (FindSuppression(finding) is { } suppression)
                {
                    Accepted.Add(finding with { Suppression = suppression });
                }
                else
                {
                    Told.Add(finding);
                }
            }
        }

        /// <summary>All that accept it count as used; the closest is the one that is told.</summary>
        private Suppression? FindSuppression(Finding finding)
        {
            ActiveSuppression? closest = null;
            foreach (var active in CandidatesFor(finding))
            {
                if (active.IsAbout(finding.Span, plan.Lines))
                {
                    active.IsUsed = true;
                    closest = closest is null || active.Kind < closest.Kind ? active : closest;
                }
            }

            if (closest is not null)
            {
                return new Suppression(closest.Kind, closest.Comment.Justification, closest.Comment.Span);
            }

            return allowance is not null && ActiveSuppression.IsAmount(finding) ? new Suppression(SuppressionKind.Run, allowance, Comment: null) : null;
        }

        /// <summary>A finding that is a case of other rules, too, is accepted under any of their names.</summary>
        private IEnumerable<ActiveSuppression> CandidatesFor(Finding finding)
        {
            var named = finding.AlsoMatches.Prepend(finding.Rule.Id).SelectMany(id => _byRule[id]);
            return ActiveSuppression.IsAmount(finding) ? named.Concat(_byRule[Allowances]) : named;
        }
    }
}
