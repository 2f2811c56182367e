using System.Collections.Immutable;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Configuration;

/// <summary>One rule or several, as a user names them: by id, by name, by the beginning of ids, or all.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Closeness">How closely it names its rules: 0 for all, then by the length of the beginning, most for a rule itself.</param>
/// <param name="Ids">The rules, in order.</param>
public sealed record RuleSelector(string Text, int Closeness, ImmutableArray<string> Ids)
{
    private const string All = "ALL";
    private const string Letters = "LL";
    private const int Closest = int.MaxValue;

    /// <summary>Null if it names no rule.</summary>
    public static RuleSelector? Find(string text, RuleCatalogue catalogue)
    {
        if (text.Equals(All, StringComparison.OrdinalIgnoreCase))
        {
            return new RuleSelector(text, 0, [.. catalogue.Rules.Select(rule => rule.Id)]);
        }

        if (catalogue.Find(text) is { } one)
        {
            return new RuleSelector(text, Closest, [one.Id]);
        }

        if (!text.StartsWith(Letters, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var ids = catalogue.Rules.Where(rule => rule.Id.StartsWith(text, StringComparison.OrdinalIgnoreCase)).Select(rule => rule.Id).ToImmutableArray();
        return ids.IsEmpty ? null : new RuleSelector(text, text.Length, ids);
    }

    /// <summary>One sentence for a name that stands for no rule.</summary>
    public static string DescribeUnknown(string text, RuleCatalogue catalogue)
    {
        var nearest = catalogue.SuggestName(text) is { } suggestion ? $" (did you mean '{suggestion}'?)" : "";
        return $"there is no rule '{text}'{nearest}; `leaklens rules` lists them all";
    }
}
