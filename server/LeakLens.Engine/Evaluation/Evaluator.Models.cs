using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>The expressions of library models.</summary>
internal sealed partial class Evaluator
{
    private Value Run(ModelNode node, ModelCall call)
    {
        switch (node.Kind)
        {
            case ModelNodeKind.Constant:
                return node.Constant;
            case ModelNodeKind.Variable:
                return call.Variables[node.Code];
            case ModelNodeKind.Attribute:
                return ReadModelAttribute(Run(node.Parts[0], call), node.Name ?? string.Empty, call);
            case ModelNodeKind.Arithmetic:
                return Value.OfInt(Compute((BinaryOperator)node.Code, NumberOf(Run(node.Parts[0], call)), NumberOf(Run(node.Parts[1], call)), call));
            case ModelNodeKind.Comparison:
                return OfTruth(CompareNumbers((CompareOperator)node.Code, NumberOf(Run(node.Parts[0], call)) - NumberOf(Run(node.Parts[1], call)), call.Node));
            case ModelNodeKind.Choice:
                return RunChoice(node, call);
            case ModelNodeKind.Let:
                return call.Variables[node.Code] = Run(node.Parts[0], call);
            case ModelNodeKind.SetAttribute:
                WriteModelAttribute(Run(node.Parts[0], call), node.Name ?? string.Empty, Run(node.Parts[1], call));
                return Value.None;
            default:
                return RunWord((Word)node.Code, node, call);
        }
    }

    private static Value OfTruth(bool? truth) => truth is { } known ? Value.OfBool(known) : Value.AnyBool;

    private Value RunChoice(ModelNode node, ModelCall call)
    {
        switch (Truth(Run(node.Parts[0], call), call.Node))
        {
            case true:
                return Run(node.Parts[1], call);
            case false:
                return Run(node.Parts[2], call);
            default:
                var joined = Value.Absent;
                Fork(() => Collect(node.Parts[1]), () => Collect(node.Parts[2]));
                return joined;

                Completion Collect(ModelNode branch)
                {
                    joined = Value.Join(joined, Run(branch, call));
                    return Completion.Normal;
                }
        }
    }

    /// <summary>The number that a value is; a length or count that nothing is known about when it is none.</summary>
    private static Quantity NumberOf(Value value) => value.Kind is ValueKind.Int or ValueKind.Bool ? value.Number : Quantity.SomeLength;

    private Quantity Compute(BinaryOperator operation, Quantity left, Quantity right, ModelCall call)
    {
        if (IntegerArithmetic.PieceOf(operation, right) is { } piece)
        {
            DecidePiece(left, piece, call.Node);
        }

        return operation switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Sub => left - right,
            BinaryOperator.Mult => left * right,
            _ => IntegerArithmetic.TryCompute(operation, left, right) ?? (right.Low > 0 ? new Quantity(Math.Min(0, left.Low), left.High) : Quantity.AnyInteger),
        };
    }

    private Value ReadModelAttribute(Value owner, string name, ModelCall call)
    {
        if (owner.Reference is not { } target)
        {
            return owner.Thing is not null ? GetAttribute(owner, name, call.Node) : Value.Unknown;
        }

        var own = target.Get(SlotKey.Attribute(name));
        return !own.IsAbsent ? own : target.Kind is ObjectKind.Instance or ObjectKind.Opaque ? GetAttribute(owner, name, call.Node) : Value.Absent;
    }

    private void WriteModelAttribute(Value owner, string name, Value value)
    {
        if (owner.Reference is { } target && !value.IsAbsent)
        {
            SetOwnAttribute(target, name, value);
        }
    }

    private Value RunWord(Word word, ModelNode node, ModelCall call) => word switch
    {
        <= Word.CodeSize => RunNumberWord(word, node, call),
        <= Word.Mapped => RunMakingWord(word, node, call),
        <= Word.GetOrMake => RunReadingWord(word, node, call),
        <= Word.PartOf => RunArrayWord(word, node, call),
        _ => RunEffect(word, node, call),
    };

    private Value RunNumberWord(Word word, ModelNode node, ModelCall call)
    {
        var first = Run(node.Parts[0], call);
        switch (word)
        {
            case Word.Len:
                return Value.OfInt(LengthIn(first));
            case Word.Number:
                return Value.OfInt(NumberOf(first));
            case Word.Given:
                return Value.OfBool(!first.IsAbsent);
            case Word.IsInt:
                return first.IsUnknown ? Value.AnyBool : Value.OfBool(first.Kind is ValueKind.Int or ValueKind.Bool);
            case Word.IsNone:
                return first.IsUnknown || first.Kind == ValueKind.Union ? Value.AnyBool : Value.OfBool(first.Kind == ValueKind.None || first.IsAbsent);
            case Word.IsSequence:
                return first.IsUnknown ? Value.AnyBool : Value.OfBool(first.Reference is { Kind: ObjectKind.List or ObjectKind.Tuple });
            case Word.IsBytes:
                return first.IsUnknown ? Value.AnyBool : Value.OfBool(first.Kind == ValueKind.ByteText || first.Reference is { Kind: ObjectKind.Bytes } or { Kind: ObjectKind.ByteArray, Payload: null });
            case Word.IsFunction:
                return Value.OfBool(first.Kind == ValueKind.Known || first.Reference is { Kind: ObjectKind.Function or ObjectKind.BoundMethod or ObjectKind.Class });
            case Word.IsStart:
                return Value.OfBool(first.IsAbsent || (first.Kind == ValueKind.Int && first.Number == Quantity.Zero));
            case Word.IsSlice:
                return Value.OfBool(first.Reference is { Payload: TypeModel { QualifiedName: "slice" } });
            case Word.Span:
                return Value.OfInt(SpanOf(first, NumberOf(Run(node.Parts[1], call))));
            case Word.Reaches:
                return Value.OfBool(Reaches(first, Run(node.Parts[1], call)));
            case Word.StructSize:
                return Value.OfInt(StructFormat.SizeOf(KnownText(first)) is { } size ? size : Quantity.SomeLength);
            case Word.StructItems:
                return Value.OfInt(StructFormat.ItemsOf(KnownText(first)) is { } items ? items : Quantity.SomeLength);
            case Word.StructFloats:
                return Value.OfBool(KnownText(first) is { } format && format.TrimEnd().EndsWith('d') || KnownText(first) is { } other && other.TrimEnd().EndsWith('f'));
            case Word.CodeSize:
                return Value.OfInt(KnownText(first) is { Length: 1 } code ? StructFormat.SizeOfCode(code[0]) : 8);
            case Word.Upto:
                return Value.OfInt(new Quantity(0, Math.Max(0, NumberOf(first).High)));
            case Word.Digits:
                return Value.OfInt(TextOf(Stringify(first.Kind == ValueKind.Int ? first : Value.Unknown, call.Node, isRepr: false)).Length);
            default:
                return Value.OfInt(RunMinMax(word, NumberOf(first), NumberOf(Run(node.Parts[1], call)), call));
        }
    }

    private Quantity RunMinMax(Word word, Quantity left, Quantity right, ModelCall call)
    {
        if (word == Word.Between)
        {
            return Quantity.Join(left, right);
        }

        // Which of the two it is decides: a leap must stop where the other takes over.
        CompareNumbers(CompareOperator.LtE, left - right, call.Node);
        return word == Word.Min ? Quantity.Min(left, right) : Quantity.Max(left, right);
    }

    private static bool Reaches(Value from, Value to)
    {
        const int MostVisits = 500;
        if (from.Reference is not { } start || to.Reference is not { } goal)
        {
            return false;
        }

        var seen = new HashSet<HeapObject> { start };
        var open = new Queue<HeapObject>(seen);
        while (open.TryDequeue(out var next) && seen.Count < MostVisits)
        {
            if (ReferenceEquals(next, goal))
            {
                return true;
            }

            foreach (var slot in next.Slots)
            {
                var held = slot.Key.Kind == SlotKind.Group ? (slot.Key.Name as HeapObject)?.Resolve() : slot.Value.Reference;
                if (held is not null && held.Kind is not (ObjectKind.Growth or ObjectKind.Class or ObjectKind.Frame) && seen.Add(held))
                {
                    open.Enqueue(held);
                }
            }
        }

        return false;
    }

    private static Quantity LengthIn(Value value) => BytesLength(value) ?? ModelledLength(value) ?? CountItems(value).Count;

    /// <summary>The length that a model keeps with an object.</summary>
    private static Quantity? ModelledLength(Value value) =>
        value.Reference is { Kind: ObjectKind.Opaque } target && target.Get(SlotKey.Attribute("length")) is { Kind: ValueKind.Int } length ? length.Number : null;

    private static Quantity SpanOf(Value key, Quantity count)
    {
        if (key.Reference is not { } slice)
        {
            return new Quantity(0, count.High);
        }

        var (start, stop) = (slice.Get(SlotKey.Attribute("start")), slice.Get(SlotKey.Attribute("stop")));
        var length = SliceLength(count, start.Kind == ValueKind.None ? Value.Absent : start, stop.Kind == ValueKind.None ? Value.Absent : stop);
        var step = slice.Get(SlotKey.Attribute("step"));
        return step is { Kind: ValueKind.Int, Number: { IsExact: true, Low: > 1 } wide } ? Quantity.FloorDivide(length + (wide - Quantity.One), wide.Low) : length;
    }
}
