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

        // All letters of an id, at least: LL1 is a family, and L a slip. AP stands for AP001, and not for APP001 of somebody else.
        var letters = RuleCatalogue.LettersOf(text);
        var ids = catalogue.Rules.Select(static rule => rule.Id)
            .Where(id => id.StartsWith(text, StringComparison.OrdinalIgnoreCase) && letters.Length == RuleCatalogue.LettersOf(id).Length)
            .ToImmutableArray();
        return ids.IsEmpty ? null : new RuleSelector(text, text.Length, ids);
    }

    /// <summary>A name that no built-in rule has: which rules it stands for, each configuration says.</summary>
    public static RuleSelector Open(string text) => new(text, Closest, []);

    /// <summary>A rule of a project's own may be meant: ids that begin with our letters are all known, and only names have hyphens.</summary>
    public static bool MayBeOwn(string text) => !text.StartsWith(RuleCatalogue.Letters, StringComparison.OrdinalIgnoreCase) || text.Contains('-', StringComparison.Ordinal);

    /// <summary>The same name, standing for the rules of a catalogue; for none where that does not know it.</summary>
    public RuleSelector In(RuleCatalogue catalogue) => Find(Text, catalogue) ?? this with { Ids = [] };

    /// <summary>One sentence for a name that stands for no rule.</summary>
    public static string DescribeUnknown(string text, RuleCatalogue catalogue)
    {
        var nearest = catalogue.SuggestName(text) is { } suggestion ? $" (did you mean '{suggestion}'?)" : "";
        return $"there is no rule '{text}'{nearest}; `leaklens rules` lists them all";
    }
}
