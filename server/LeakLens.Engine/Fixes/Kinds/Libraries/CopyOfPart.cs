using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Engine.Rules.Libraries.Views;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Libraries;

/// <summary>What is stored becomes a copy: <c>rows.append(table[0].copy())</c>, <c>bytes(view[:16])</c>, <c>str(soup.title.string)</c>; elements of <c>iterparse</c> are emptied.</summary>
internal sealed class CopyOfPart : FixProvider
{
    public override string Kind => "copy-of-part";

    public override ImmutableArray<string> Rules => ["LL902"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is { } call && context.Rules.Names.Resolve(call.Function) is { } name && LibraryData.Instance.Set("views.streams").Contains(name.Text))
        {
            return Emptied(context, call);
        }

        return ValueOf(context) is { } value && CopyOf(context, value) is { } copy
            ? context.Write().Replace(value, copy).Done("Keep a copy of the part", Applicability.Unsafe, "what is changed in the copy is not changed in the whole")
            : [];
    }

    private static Expression? ValueOf(FixContext context) => context.Node<Call>() switch
    {
        { Function: Python.Syntax.Attribute { Name: "append" or "add" or "appendleft" }, Arguments: [var item] } => item,
        _ => context.Node<Assign>()?.Value ?? (context.Node<Subscript>() is { } item && context.Code.ParentOf(item) is Assign assign ? assign.Value : null),
    };

    private static string? CopyOf(FixContext context, Expression value)
    {
        var text = context.TextOf(value);
        if (context.Growths.Select(static growth => growth.Fact.Content).FirstOrDefault(static content => content.Pinned is not null) is { Pinned: not null } content)
        {
            return content.Items.Any(static item => item.TypeName?.StartsWith("memoryview", StringComparison.Ordinal) is true || item.TypeName?.Contains(".memoryview", StringComparison.Ordinal) is true) ? $"bytes({text})" : $"{text}.copy()";
        }

        return PartOfWhole.Of(context.Rules, value) switch
        {
            { What: "array" } => $"{text}.copy()",
            { What: "document" } when value is Python.Syntax.Attribute { Name: "string" } => $"str({text})",
            { What: "text" } => $"{text}.group()",
            _ => null,
        };
    }

    private static IEnumerable<Fix> Emptied(FixContext context, Call call)
    {
        var loop = context.Code.Around(call).OfType<For>().FirstOrDefault(loop => context.Code.IsInside(call, loop.Iterable));
        var element = loop?.Target is Python.Syntax.Tuple { Elements: [_, Name second] } ? second : loop?.Target as Name;
        return loop is { Body: [.., var last] } && element is not null && last is not (Return or Raise or Continue or Break)
            ? context.Write().InsertAfter(last, $"{element.Id}.clear()").Done("Empty each element when it is done (clear)", Applicability.Unsafe, "who looks at it later finds it empty")
            : [];
    }
}
