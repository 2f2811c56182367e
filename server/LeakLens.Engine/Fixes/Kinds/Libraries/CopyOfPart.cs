using System.Collections.Immutable;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Engine.Rules.Libraries.Views;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Libraries;

/// <summary>What is stored becomes a copy: <c>rows.append(table[0].copy())</c>, <c>bytes(view[:16])</c>, <c>str(soup.title.string)</c>; elements of <c>iterparse</c> are emptied.</summary>
internal sealed class CopyOfPart : FixProvider
{
    private const string Consequence = "what is changed in the copy is not changed in the whole";

    public override string Kind => "copy-of-part";

    public override ImmutableArray<string> Rules => ["LL902"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is { } call && context.Rules.Names.Resolve(call.Function) is { } name && LibraryData.Instance.Set("views.streams").Contains(name.Text))
        {
            return Emptied(context, call);
        }

        return context.Growths.FirstOrDefault()?.Storing is { } storing && CopyIn(context, storing) is var (part, copy)
            ? context.Write().Replace(part, copy).Done("Keep a copy of the part", Applicability.Unsafe, Consequence)
            : [];
    }

    /// <summary>The first stored part that has a copy, and that.</summary>
    private static (Expression Part, string Copy)? CopyIn(FixContext context, Storing storing)
    {
        if (context.Growths.Select(static growth => growth.Fact.Content.Pinned).FirstOrDefault(static pinned => pinned is not null) is { } pinned)
        {
            return Seen(context, pinned, storing) is { } view ? (view, pinned.IsBuffer ? $"bytes({context.TextOf(view)})" : $"{context.TextOf(view)}.copy()") : null;
        }

        foreach (var part in storing.Parts)
        {
            if (PartOfWhole.Of(context.Rules, part) is { IsPart: true } whole && CopyOf(context.TextOf(part), part, whole) is { } copy)
            {
                return (part, copy);
            }
        }

        return null;
    }

    /// <summary>The view where it is stored: the expression that makes it, or the one name that stands there.</summary>
    private static Expression? Seen(FixContext context, PinnedParent pinned, Storing storing) => pinned.View switch
    {
        Expression view and (Subscript or Call or Python.Syntax.Attribute) when storing.Values.Any(value => context.Code.IsInside(view, value)) => view,
        _ => storing.Parts.OfType<Name>().ToArray() is [var only] ? only : null,
    };

    private static string? CopyOf(string text, Expression part, PartOfWhole whole) => whole switch
    {
        { What: "array" } => $"{text}.copy()",
        { What: "document" } when part is Python.Syntax.Attribute { Name: "string" } => $"str({text})",
        { What: "text" } => $"{text}.group()",
        _ => null,
    };

    private static IEnumerable<Fix> Emptied(FixContext context, Call call)
    {
        var loop = context.Code.Around(call).OfType<For>().FirstOrDefault(loop => context.Code.IsInside(call, loop.Iterable));
        var element = loop?.Target is Python.Syntax.Tuple { Elements: [_, Name second] } ? second : loop?.Target as Name;
        return loop is { Body: [.., var last] } && element is not null && last is not (Return or Raise or Continue or Break)
            ? context.Write().InsertAfter(last, $"{element.Id}.clear()").Done("Empty each element when it is done (clear)", Applicability.Unsafe, "who looks at it later finds it empty")
            : [];
    }
}
