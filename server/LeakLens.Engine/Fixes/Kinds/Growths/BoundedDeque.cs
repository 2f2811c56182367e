using System.Collections.Immutable;
using System.Globalization;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes.Writing;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>Where a list is made: <c>deque(maxlen=1000)</c>, which drops the oldest item for each new one.</summary>
internal sealed class BoundedDeque : FixProvider
{
    public override string Kind => "bounded-deque";

    public override ImmutableArray<string> Rules => GrowthKinds.Bounded;

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        foreach (var growth in context.Growths)
        {
            if (Place.Of(growth) is not { } place || !IsList(place.Value, context) || ContentUses.IsLengthCompared(growth) || !new DequeUses(context.Rules).AreFine(place))
            {
                continue;
            }

            foreach (var amount in Amounts.For(growth, context.Finding))
            {
                foreach (var fix in Write(context, growth, place, amount))
                {
                    yield return fix;
                }
            }
        }
    }

    private static IEnumerable<Fix> Write(FixContext context, GrowthCase growth, Place place, int amount)
    {
        var writer = context.Write();
        var number = amount.ToString(CultureInfo.InvariantCulture);
        var name = place.Value is Call { Function: var function } && !IsPlainList(place.Value) ? context.TextOf(function) : writer.Import("collections", "deque", place.Value);
        writer.Replace(place.Value, $"{name}(maxlen={number})", number);
        if (place.Annotation is { } annotation && !Annotate(writer, annotation, name))
        {
            yield break;
        }

        foreach (var fix in writer.Done($"Keep only the newest {number} items of {new GrowthText(growth).Name()} (deque(maxlen={number}))", Applicability.Unsafe, "older items are dropped"))
        {
            yield return fix;
        }
    }

    /// <summary>The type that the statement names has to be the new one.</summary>
    private static bool Annotate(SourceWriter writer, Expression annotation, string name)
    {
        var type = annotation is Subscript { Value: var generic } ? generic : annotation;
        switch (type)
        {
            case Name { Id: "list" or "List" }:
                writer.Replace(type, name);
                return true;
            case Name { Id: "deque" or "Iterable" or "Collection" }:
                return true;
            default:
                return false;
        }
    }

    private static bool IsList(Expression value, FixContext context) =>
        IsPlainList(value)
        || (value is Call { Arguments: [], Keywords: [] } call && context.Rules.Names.TryResolve(call.Function, out var name) && name.ToString() is "collections.deque");

    private static bool IsPlainList(Expression value) => value is List { Elements: [] } or Call { Function: Name { Id: "list" }, Arguments: [], Keywords: [] };
}
