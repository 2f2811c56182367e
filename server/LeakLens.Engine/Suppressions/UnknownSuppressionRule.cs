using LeakLens.Engine.Rules;

namespace LeakLens.Engine.Suppressions;

/// <summary>LL002: it names a rule that does not exist, or cannot be understood at all, so it does not do what somebody thinks it does.</summary>
internal static class UnknownSuppressionRule
{
    public const string Id = "LL002";

    private const int LongestName = 40;

    public static (string Message, IReadOnlyCollection<int> Names)? Check(SuppressionComment comment, RuleSet rules)
    {
        if (comment.Problem is { } problem)
        {
            return (problem, []);
        }

        var unknown = new List<int>();
        for (var i = 0; i < comment.Names.Length; i++)
        {
            if (IsUnknown(comment, comment.Names[i].Text, rules))
            {
                unknown.Add(i);
            }
        }

        return unknown.Count == 0
            ? null
            : ($"There is no rule {string.Join(" and ", unknown.Select(i => Quote(comment.Names[i].Text)))}", unknown);
    }

    /// <summary>In a noqa only what looks like an id of ours, and so where the rules of the project are not known: who removes the comment cannot know what it was for.</summary>
    private static bool IsUnknown(SuppressionComment comment, string name, RuleSet rules) =>
        ((comment.Verb != SuppressionVerb.Noqa && rules.KnowsAll) || LooksLikeId(name)) && rules.FindNamed(name) is null;

    /// <summary>Analysed text is hostile: what could steer a terminal or reorder a line does not get into a message.</summary>
    private static string Quote(string name) =>
        name.Length <= LongestName && name.All(static unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_' or '.') ? $"'{name}'" : "of that name";

    private static bool LooksLikeId(string name) => name is ['L' or 'l', 'L' or 'l', var first, var second, var third] && char.IsAsciiDigit(first) && char.IsAsciiDigit(second) && char.IsAsciiDigit(third);
}
