using System.Collections.Immutable;
using LeakLens.Engine.Rules;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Suppressions;

/// <summary>What a comment asks to be accepted, whether anything is found there or not.</summary>
/// <param name="Span">The comment, from its <c>#</c> to the end of its justification.</param>
/// <param name="Rules">As they are written; empty for a large allocation.</param>
/// <param name="Justification">Null where nobody gave one.</param>
public sealed record SuppressionRequest(TextSpan Span, string What, ImmutableArray<string> Rules, string? Justification)
{
    /// <summary>All requests of a text that concern the rules here, in order; what comments say to other tools alone is left out.</summary>
    public static ImmutableArray<SuppressionRequest> FindAll(SyntaxTree tree, RuleSet rules)
    {
        var found = ImmutableArray.CreateBuilder<SuppressionRequest>();
        foreach (var comment in SuppressionParser.Parse(tree))
        {
            ImmutableArray<string> names = [.. comment.Names.Select(static name => name.Text).Where(name => comment.Verb != SuppressionVerb.Noqa || rules.FindNamed(name) is not null)];
            if (NameOf(comment.Verb) is { } what && (comment.Verb != SuppressionVerb.Noqa || !names.IsEmpty))
            {
                found.Add(new SuppressionRequest(comment.Span, what, names, comment.Justification));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Null for what accepts nothing.</summary>
    private static string? NameOf(SuppressionVerb verb) => verb switch
    {
        SuppressionVerb.Ignore => "ignore",
        SuppressionVerb.Disable => "disable",
        SuppressionVerb.FileIgnore => "file-ignore",
        SuppressionVerb.AllowLargeAllocation => "allow-large-allocation",
        SuppressionVerb.Noqa => "noqa",
        _ => null,
    };
}
