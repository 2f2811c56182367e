using LeakLens.Engine.Heap;
using LeakLens.Engine.Quantities;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>json.dumps: how long the text is, as far as the value is known; json.loads of it gives a copy of the value.</summary>
internal sealed partial class Evaluator
{
    private const int DeepestJson = 16;

    /// <summary>Values that one text looks at: what refers to itself in several places would be walked over and over.</summary>
    private const int MostJsonVisits = 10_000;

    /// <summary>The same in an exact run, which has an object for each value of the program.</summary>
    private const int MostExactJsonVisits = 400_000;

    private const int JsonVisitsPerStep = 4;

    private int _jsonVisitsLeft;

    /// <summary>The texts that json.dumps puts together, of the value that was looked at last.</summary>
    private JsonPieces _jsonPieces;

    /// <summary>Digits of a whole number that nothing is known about: neither free nor large.</summary>
    private static readonly Quantity SomeDigits = new(1, 6);

    /// <summary>Characters that repr gives a float that is not known.</summary>
    private static readonly Quantity SomeFloat = new(3, 18);

    private Value JsonText(CallArguments arguments, SyntaxNode node)
    {
        var text = NewStr(PrintedLength(arguments[0], node), StringKind.Ascii, text: null, node);
        if (text.Reference is { } made)
        {
            _packed[made] = arguments[0];
        }

        if (IsExact && arguments.Find("indent") is { IsAbsent: true } or { Kind: ValueKind.None })
        {
            NoteScratch(_jsonPieces.Scratch, node);
        }

        return text;
    }

    /// <summary>One row of csv.reader: a list of texts. Which mark stands between them is seen from the line.</summary>
    private Value SplitRow(Value line, SyntaxNode node)
    {
        if (KnownText(line) is not { } text)
        {
            var row = _heap.Allocate(ObjectKind.List, node, _frame.Context);
            SetTable(row, Quantity.SomeLength, Quantity.SomeLength);
            Hold(row, NewStr(new Quantity(0, TextOf(line).Length.High), StringKind.Ascii, text: null, node), Quantity.SomeLength);
            return Value.Of(row);
        }

        var (mark, most) = (',', 0);
        foreach (var candidate in ",;\t|")
        {
            var count = text.AsSpan().Count(candidate);
            (mark, most) = count > most ? (candidate, count) : (mark, most);
        }

        var list = _heap.Allocate(ObjectKind.List, node, _frame.Context);
        var pieces = text.TrimEnd('\r', '\n').Split(mark);
        for (var i = 0; i < pieces.Length; i++)
        {
            Add(list, NewText(pieces[i], node), node, "row");
        }

        return Value.Of(list);
    }

    /// <summary>
    /// Characters of a value that <c>json.dumps</c> or <c>repr</c> writes: both put a comma and a blank between values, and a colon and a blank behind keys.
    /// </summary>
    private Quantity PrintedLength(Value value, SyntaxNode node)
    {
        var most = IsExact ? MostExactJsonVisits : MostJsonVisits;
        _jsonVisitsLeft = most;
        _jsonPieces = default;
        var length = JsonLength(value, node, 0);
        _budget.Step((most - _jsonVisitsLeft) / JsonVisitsPerStep);
        return length;
    }

    private Quantity JsonLength(Value value, SyntaxNode node, int depth)
    {
        const int True = 4;
        switch (value.Kind)
        {
            case ValueKind.None:
                _jsonPieces.AddShared(1);
                return True;
            case ValueKind.Bool:
                _jsonPieces.AddShared(1);
                return new Quantity(True, True + 1);
            case ValueKind.Int when value.Number.IsExact || (value.Number.HasFiniteHigh && value.Number.Low >= 0):
                return _jsonPieces.Add(new Quantity(Digits(value.Number.Low), Digits(value.Number.High)));
            case ValueKind.Int:
                return _jsonPieces.Add(SomeDigits);
            case ValueKind.Float:
                return _jsonPieces.Add(TextOf(Stringify(value, node, isRepr: false)).Length);
            case ValueKind.Text:
                return _jsonPieces.Add(value.Number + 2);
            default:
                return value.Reference is { } target ? JsonLength(target, node, depth) : Quantity.SomeLength;
        }
    }

    private Quantity JsonLength(HeapObject target, SyntaxNode node, int depth)
    {
        if (depth > DeepestJson || --_jsonVisitsLeft < 0)
        {
            return Quantity.SomeLength;
        }

        switch (target.Kind)
        {
            case ObjectKind.Str:
                return target.IsSummary ? CharactersOf(target) + (target.GetMeta(Meta.Count) * 2) : _jsonPieces.Add(target.LeafLength + 2);
            case ObjectKind.Int:
                return target.IsSummary ? SomeDigits * target.GetMeta(Meta.Count) : SomeDigits;
            case ObjectKind.Float:
                return target.IsSummary ? SomeFloat * target.GetMeta(Meta.Count) : SomeFloat;
            case ObjectKind.List or ObjectKind.Tuple or ObjectKind.Dict:
                return JsonLengthOfContainer(target, node, depth);
            default:
                return Quantity.SomeLength;
        }
    }

    /// <summary>Brackets, what is inside, and ", " between: of all containers together when this is a summary.</summary>
    private Quantity JsonLengthOfContainer(HeapObject container, SyntaxNode node, int depth)
    {
        var count = container.IsSummary ? container.GetMeta(Meta.Count) : Quantity.One;
        var items = container.GetMeta(Meta.Length);
        var total = (count * 2) + ((items - count).AtLeastZero() * 2);

        // Brackets, and a comma between two items, are the same texts everywhere; of a dict also the colons.
        _jsonPieces.AddShared(1 + (container.Kind == ObjectKind.Dict ? items.Low * 2 : items.Low));
        foreach (var slot in container.Slots)
        {
            if (slot.Key.Kind is SlotKind.Item or SlotKind.Key && !slot.Value.IsAbsent)
            {
                // Each of the containers that a summary stands for has one of these.
                var each = JsonLength(slot.Value, node, depth + 1) + (slot.Key.Name is string key ? _jsonPieces.Add(StringSizes.LengthOf(key) + 2) + 2 : 0);
                total += slot.Value.Reference is { IsSummary: true } ? each : each * count;
            }
            else if (slot.Key is { Kind: SlotKind.Group, Name: HeapObject held } && slot.Value.Number.High > 0)
            {
                var inner = held.Resolve();
                var all = JsonLength(inner, node, depth + 1);
                total += inner.IsSummary ? all : all * slot.Value.Number;
            }
        }

        return total;
    }
}
