using LeakLens.Engine.Rules;

namespace LeakLens.Engine.Suppressions;

/// <summary>LL001: what it accepts is not found, so it would hide the next finding that somebody should see.</summary>
internal static class UnusedSuppressionRule
{
    public const string Id = "LL001";

    /// <summary>Judges only what could have been used: rules that are on. Codes of other tools are those tools' affair.</summary>
    public static (string Message, IReadOnlyCollection<int> Names)? Check(SuppressionComment comment, IReadOnlyList<ActiveSuppression> active, RuleSet rules)
    {
        var unused = active.Where(one => !one.IsUsed && IsJudged(one, comment, rules)).ToList();
        if (unused.Count == 0)
        {
            return null;
        }

        if (comment.Verb == SuppressionVerb.AllowLargeAllocation)
        {
            return ("No large allocation is found here", []);
        }

        var ids = string.Join(" and ", unused.Select(one => one.RuleId).Distinct(StringComparer.Ordinal));
        var message = comment.Verb == SuppressionVerb.Enable ? $"Nothing was disabled that this enables: {ids}" : $"This suppresses nothing: {ids}";
        return (message, [.. unused.Select(one => one.Name)]);
    }

    private static bool IsJudged(ActiveSuppression one, SuppressionComment comment, RuleSet rules)
    {
        if (one.RuleId is not { } id)
        {
            return true;
        }

        var isOurs = comment.Verb != SuppressionVerb.Noqa || comment.Names[one.Name].Text.Equals(id, StringComparison.OrdinalIgnoreCase);
        return isOurs && rules.Find(id) is not null && id is not Id;
    }
}
