using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>functools.partial: the function, its first arguments and its keywords. One of another holds the arguments of both (Modules/_functoolsmodule.c).</summary>
internal sealed partial class Evaluator
{
    private const string PartialType = "functools.partial";

    /// <summary>A partial has a dict of its own for its keywords, which the bytes of its type count as empty.</summary>
    private const string KeywordsSlot = "keywords";

    private Value MakePartial(HeapObject made, CallArguments arguments, SyntaxNode node)
    {
        var function = arguments[0];
        var positional = new List<Value>();
        var named = new List<(string Name, Value Value)>();
        if (function.Reference is { IsSummary: false, Payload: Library.TypeModel { QualifiedName: PartialType } } inner && TryUnpack(inner.Get(SlotKey.Attribute("args")), positional, node))
        {
            function = inner.Get(SlotKey.Attribute("func"));
            AddKeywords(inner, named);
        }

        for (var i = 1; i < arguments.Positional.Count; i++)
        {
            positional.Add(arguments[i]);
        }

        Merge(named, arguments.Named);
        _heap.Set(made, SlotKey.Attribute("func"), function);
        _heap.Set(made, SlotKey.Attribute("args"), arguments.HasUnknownMore ? Value.Unknown : Value.Of(NewTuple(positional, node)));
        if (named.Count > 0)
        {
            var keywords = _heap.Allocate(ObjectKind.Dict, node, _frame.Context);
            foreach (var (name, value) in named)
            {
                SetKey(keywords, Value.OfText(name), value, node, isLiteral: true);
            }

            _heap.Set(made, SlotKey.Attribute(KeywordsSlot), Value.Of(keywords));
        }

        return Value.None;
    }

    private Value CallPartial(HeapObject partial, CallArguments arguments, SyntaxNode node)
    {
        if (IsTooDeep())
        {
            // Where nothing is told apart a partial may seem to call itself.
            return CallUnknown(arguments);
        }

        var positional = new List<Value>();
        var isKnown = TryUnpack(partial.Get(SlotKey.Attribute("args")), positional, node);
        positional.AddRange(arguments.Positional);
        var named = new List<(string Name, Value Value)>();
        AddKeywords(partial, named);
        Merge(named, arguments.Named);
        _depth++;
        var result = Call(partial.Get(SlotKey.Attribute("func")), new CallArguments(positional, named, arguments.HasUnknownMore || !isKnown), node);
        _depth--;
        return result;
    }

    /// <summary>How many arguments a partial holds, or how many maps a ChainMap has; null of anything else.</summary>
    internal static Quantity? HeldAtOnce(Value value) =>
        value.Reference is { Kind: ObjectKind.Opaque, Payload: Library.TypeModel { QualifiedName: var name } } target
            && (name is PartialType ? "args" : name is ChainMapType ? "maps" : null) is { } slot
            && target.Get(SlotKey.Attribute(slot)).Reference is { } held
            ? held.GetMeta(Meta.Length)
            : null;

    private static void AddKeywords(HeapObject partial, List<(string Name, Value Value)> into)
    {
        if (partial.Get(SlotKey.Attribute(KeywordsSlot)).Reference is not { Kind: ObjectKind.Dict } keywords)
        {
            return;
        }

        if (keywords.Contents is EntryContents entries)
        {
            for (var i = 0; i < entries.Count; i++)
            {
                var (key, value) = entries.At(i);
                into.Add((KnownText(key) ?? string.Empty, value));
            }

            return;
        }

        foreach (var slot in keywords.Slots)
        {
            if (slot.Key is { Kind: SlotKind.Key, Name: string name } && !slot.Value.IsAbsent)
            {
                into.Add((name, slot.Value));
            }
        }
    }

    /// <summary>What comes later under a name takes the place of what came before.</summary>
    private static void Merge(List<(string Name, Value Value)> into, IReadOnlyList<(string Name, Value Value)> later)
    {
        foreach (var argument in later)
        {
            into.RemoveAll(known => string.Equals(known.Name, argument.Name, StringComparison.Ordinal));
            into.Add(argument);
        }
    }
}
