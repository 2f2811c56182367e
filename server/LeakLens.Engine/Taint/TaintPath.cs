using System.Globalization;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Taint;

/// <summary>The path of a variable, an attribute or an item with a constant key: what a check and a use have in common.</summary>
internal static class TaintPath
{
    private const int Deepest = 6;

    /// <summary>Null for what has no path.</summary>
    public static string? Of(Expression expression) => Of(expression, Deepest);

    private static string? Of(Expression expression, int depth) => depth == 0 ? null : expression switch
    {
        Name name => name.Id,
        Attribute attribute when Of(attribute.Value, depth - 1) is { } holder => $"{holder}.{attribute.Name}",
        Subscript { Index: Constant { Value: string key } } item when Of(item.Value, depth - 1) is { } holder => $"{holder}[{key}]",
        Subscript { Index: Constant { Value: long number } } item when Of(item.Value, depth - 1) is { } holder => string.Create(CultureInfo.InvariantCulture, $"{holder}[{number}]"),
        Await waiting => Of(waiting.Value, depth),
        NamedExpr named => named.Target.Id,
        _ => null,
    };
}
