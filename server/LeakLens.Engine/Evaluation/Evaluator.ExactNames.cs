using System.Text;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Names that are drawn to be like no other, in the exact run: UUIDs and tokens, and texts that contain one.</summary>
internal sealed partial class Evaluator
{
    private int _drawnNames;

    /// <summary><c>uuid.uuid4()</c>, <c>secrets.token_hex()</c> and their like; null for all other functions.</summary>
    private Value? CallDrawn(string name, CallArguments arguments, SyntaxNode node)
    {
        const int StandardLength = 32;
        if (name is "uuid.uuid4" or "uuid.uuid1" && Models.FindType("uuid.UUID") is { } type)
        {
            var made = _heap.Allocate(type.Storage, node, _frame.Context, type);
            made.Known = DrawnName.OfNumber(++_drawnNames, "id");
            return Value.Of(made);
        }

        if (name is not ("secrets.token_hex" or "secrets.token_urlsafe"))
        {
            return null;
        }

        var bytes = arguments[0].IsAbsent || arguments[0].Kind == ValueKind.None ? StandardLength
            : arguments[0] is { Kind: ValueKind.Int, Number: { IsExact: true, Low: >= 0 and <= LongestKnownText } count } ? (int)count.Low : -1;
        var length = name is "secrets.token_hex" ? 2 * bytes : ((bytes * 4) + 2) / 3;
        return length < DrawnName.FewestCharacters ? null : NewDrawn(length, DrawnName.OfNumber(++_drawnNames, "token"), node);
    }

    private Value NewDrawn(Quantity length, DrawnName name, SyntaxNode node)
    {
        var text = NewStr(length, StringKind.Ascii, text: null, node);
        if (text.Reference is { } made)
        {
            made.Known = name;
        }

        return text;
    }

    /// <summary>The texts that a UUID shows itself as; null for everything else.</summary>
    private Value? CallIdMethod(HeapObject id, string name, SyntaxNode node)
    {
        const int Digits = 32;
        const int WithDashes = 36;
        const int Urn = 45;
        return id.Known is not DrawnName drawn ? null : name switch
        {
            "hex" => NewDrawn(Digits, drawn.As("hex"), node),
            "__str__" => NewDrawn(WithDashes, drawn.As("str"), node),
            "urn" => NewDrawn(Urn, drawn.As("urn"), node),
            _ => null,
        };
    }

    /// <summary>A text that was put together, with the identity of the drawn names in it; as it was when there are none, or not all else is known.</summary>
    private Value NameJoined(Value whole, params ReadOnlySpan<Value> parts)
    {
        var hasDrawn = false;
        foreach (var part in parts)
        {
            hasDrawn |= part.Reference?.Known is DrawnName;
        }

        if (!IsExact || !hasDrawn || whole.Reference is not { Kind: ObjectKind.Str } made)
        {
            return whole;
        }

        var identity = new StringBuilder();
        foreach (var part in parts)
        {
            var one = part.Reference?.Known is DrawnName drawn ? drawn.Identity : KnownText(part) is { } text && DrawnName.CanContain(text) ? text : null;
            if (one is null || one.Length + identity.Length > DrawnName.LongestIdentity)
            {
                return whole;
            }

            identity.Append(one);
        }

        made.Known = new DrawnName(identity.ToString());
        return whole;
    }

    /// <summary>A part of a drawn name is one while it is long enough.</summary>
    /// <param name="count">Characters of the whole.</param>
    private static void NamePart(Value whole, Value part, Value lower, Quantity count, Value step)
    {
        if (whole.Reference?.Known is DrawnName { Identity.Length: <= DrawnName.LongestIdentity } drawn && step.IsAbsent && FirstOf(lower, count) is { IsExact: true } first
            && part.Reference is { Kind: ObjectKind.Str, LeafLength: { IsExact: true, Low: >= DrawnName.FewestCharacters } length } made)
        {
            made.Known = drawn.Part(first.Low, length.Low);
        }
    }

    /// <summary>Whether two texts are equal of which one is drawn; null when none is, or it is not known.</summary>
    private static bool? AreSameNames(Value left, Value right) => (left.Reference?.Known, right.Reference?.Known) switch
    {
        (DrawnName one, DrawnName other) => one.IsSame(other),
        (DrawnName, _) => KnownText(right) is null ? null : false,
        (_, DrawnName) => KnownText(left) is null ? null : false,
        _ => null,
    };
}
