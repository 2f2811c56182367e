using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Suppressions;

/// <summary>One rule that a comment accepts (or amounts, where it is an allowance), and the code that the comment is about.</summary>
internal sealed class ActiveSuppression
{
    /// <param name="name">Index of the name in the comment; -1 for an allowance.</param>
    /// <param name="rule">What the name stands for; null for an allowance.</param>
    public ActiveSuppression(SuppressionComment comment, SuppressionKind kind, int name, RuleDescriptor? rule)
    {
        Comment = comment;
        Kind = kind;
        Name = name;
        RuleId = rule?.Id;
    }

    public SuppressionComment Comment { get; }

    public SuppressionKind Kind { get; }

    public int Name { get; }

    /// <summary>Null for an allowance.</summary>
    public string? RuleId { get; }

    /// <summary>The line that it stands at the end of, and is about if it has no region.</summary>
    public required int Line { get; init; }

    /// <summary>The code that it is about.</summary>
    public TextSpan? Region { get; set; }

    /// <summary>It was good for something.</summary>
    public bool IsUsed { get; set; }

    /// <summary>Whether what stands in a span is what it is about.</summary>
    public bool IsAbout(TextSpan span, StatementLines lines) =>
        Region is { } region ? span.Start >= region.Start && span.Start < region.End : lines.IsAbout(Line, span);

    /// <summary>An amount that one knows can be justified; growth without an end cannot.</summary>
    public static bool IsAmount(Finding finding) => finding.Estimate is { Bound: GrowthBound.Finite };
}
