using System.Globalization;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>operator.itemgetter, attrgetter and methodcaller: functions that are made of a key, a name or a call (Modules/_operator.c).</summary>
internal sealed partial class Evaluator
{
    private Value RunGetter(Intrinsic intrinsic, HeapObject getter, CallArguments arguments, SyntaxNode node)
    {
        var asked = new List<Value>();
        if (arguments.HasUnknownMore || !TryUnpack(getter.Get(SlotKey.Attribute("asked")), asked, node) || asked.Count == 0)
        {
            return CallUnknown(arguments);
        }

        if (intrinsic == Intrinsic.CallNamed)
        {
            return KnownText(asked[0]) is { } method
                ? Call(GetAttribute(arguments[0], method, node), new CallArguments([.. asked.Skip(1)], []), node)
                : CallUnknown(arguments);
        }

        var found = new List<Value>(asked.Count);
        foreach (var one in asked)
        {
            found.Add(intrinsic == Intrinsic.GetItems ? ItemUnder(arguments[0], one, node) : AttributeUnder(arguments[0], one, node));
            if (_afterCall != Completion.Normal)
            {
                return Value.Unknown;
            }
        }

        return found is [var only] ? only : Value.Of(NewTuple(found, node));
    }

    private Value ItemUnder(Value container, Value key, SyntaxNode node)
    {
        if (container.Reference is not { } owner)
        {
            return TryIndexText(container, key, node) ?? Value.Unknown;
        }

        if (CallItemOperator(owner, "__getitem__", new CallArguments([key], []), node) is { } item)
        {
            return item;
        }

        return owner.Payload is TypeModel type && type.FindMethod("__getitem__") is { } model
            ? RunModel(model, container, new CallArguments([key], []), node)
            : CallSpecial(container, "__getitem__", key, node) ?? TryIndexText(container, key, node) ?? ElementOf(container);
    }

    private Value? TryIndexText(Value container, Value index, SyntaxNode node)
    {
        if (KnownText(container) is not { } text || index is not { Kind: ValueKind.Int, Number.IsExact: true } place || text.Any(char.IsSurrogate))
        {
            return null;
        }

        var at = place.Number.Low < 0 ? place.Number.Low + text.Length : place.Number.Low;
        return at >= 0 && at < text.Length ? Value.OfText(text[(int)at].ToString(CultureInfo.InvariantCulture)) : RaiseNew("IndexError", Value.OfText("string index out of range"), node);
    }

    /// <summary>A name with dots is followed attribute by attribute.</summary>
    private Value AttributeUnder(Value owner, Value names, SyntaxNode node)
    {
        if (KnownText(names) is not { } path)
        {
            return Value.Unknown;
        }

        foreach (var name in path.Split('.'))
        {
            owner = GetAttribute(owner, name, node);
        }

        return owner;
    }
}
