using System.Numerics;
using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Engine.Known;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>Operators, and indexes and slices.</summary>
internal sealed partial class PayloadTracer
{
    private string? _units;

    private Traced Operate(BinaryOperator operation, Traced left, Traced right)
    {
        var from = left.From | right.From;
        var layers = left.Layers ?? right.Layers;
        if (operation is BinaryOperator.BitXor)
        {
            from |= Provenance.Mixed;
        }

        var result = Compute(operation, left, right);
        _known += result is null ? 0 : 1;
        return new Traced(result, from, layers);
    }

    private object? Compute(BinaryOperator operation, Traced left, Traced right)
    {
        switch (left.Value, right.Value)
        {
            case (string first, string second) when operation is BinaryOperator.Add:
                return MayMake(first.Length + second.Length) ? string.Concat(first, second) : null;
            case (byte[] first, byte[] second) when operation is BinaryOperator.Add:
                return MayMake(first.Length + second.Length) ? (byte[])[.. first, .. second] : null;
            case (SequenceValue first, SequenceValue second) when operation is BinaryOperator.Add && first.Kind == second.Kind:
                Step(first.Items.Count + second.Items.Count);
                return new SequenceValue(first.Kind, [.. first.Items, .. second.Items]);
            case (SequenceValue first, _) when operation is BinaryOperator.Mult && KnownCall.ToSmall(right.Value) is { } times and >= 0 && (long)times * first.Items.Count < DecodingLimits.MostBytes / 8:
                Step((long)times * first.Items.Count);
                return new SequenceValue(first.Kind, [.. Enumerable.Repeat(first.Items, times).SelectMany(static items => items)]);
            case (BigInteger first, BigInteger second) when Math.Max(first.GetBitLength(), second.GetBitLength()) > KnownLimits.MostBits:
                return ComputeLong(operation, first, second);
            case (PathValue path, string or PathValue) when operation is BinaryOperator.Div:
                return new PathValue(Join(path.Path, right.Value as string ?? (right.Value as PathValue)?.Path));
            default:
                return KnownOperators.Of(operation) is { } known && ToKnown(left) is { } a && ToKnown(right) is { } b && MayRepeat(operation, a, b) ? FromKnown(KnownOperators.Apply(known, a, b)) : null;
        }
    }

    /// <summary>Long numbers are texts in disguise: they are added and mixed, and nothing that takes longer than their length.</summary>
    private object? ComputeLong(BinaryOperator operation, BigInteger left, BigInteger right)
    {
        if (!MayMake((Math.Max(left.GetBitLength(), right.GetBitLength()) / 8) + 1))
        {
            return null;
        }

        return operation switch
        {
            BinaryOperator.BitXor => left ^ right,
            BinaryOperator.Add => left + right,
            BinaryOperator.Sub => left - right,
            BinaryOperator.BitAnd => left & right,
            BinaryOperator.BitOr => left | right,
            BinaryOperator.RShift when right >= 0 && right <= int.MaxValue => left >> (int)right,
            _ => null,
        };
    }

    private bool MayRepeat(BinaryOperator operation, object left, object right) => operation is not BinaryOperator.Mult
        || MayMake(Length(left) * (KnownCall.ToSmall(right) ?? 1L) + (Length(right) * (KnownCall.ToSmall(left) ?? 1L)));

    /// <summary>Every character is one unit. A text that is indexed in a loop is looked at once.</summary>
    private bool AreUnits(string text)
    {
        if (!ReferenceEquals(text, _units))
        {
            Step(text.Length / BytesPerStep);
            _units = Points.AreUnits(text) ? text : null;
        }

        return ReferenceEquals(text, _units);
    }

    private static long Length(object value) => value switch { string text => text.Length, byte[] bytes => bytes.Length, _ => 0 };

    private static Traced Operate(UnaryOperator operation, Traced operand) => operand.Become((operation, operand.Value) switch
    {
        (UnaryOperator.Not, _) => Truth(operand) is { } truth ? !truth : null,
        (UnaryOperator.USub, BigInteger or bool) => -KnownCall.ToInt(operand.Value),
        (UnaryOperator.USub, double number) => -number,
        (UnaryOperator.UAdd, BigInteger or double) => operand.Value,
        (UnaryOperator.Invert, BigInteger or bool) => -KnownCall.ToInt(operand.Value) - 1,
        _ => null,
    });

    private Traced EvaluateSubscript(Subscript subscript, Frame frame)
    {
        var holder = Evaluate(subscript.Value, frame);
        var index = Evaluate(subscript.Index, frame);
        if (subscript.Index is Slice && index.Value is SequenceValue { Items: [var start, var stop, var step] })
        {
            return TakeSlice(holder, start, stop, step);
        }

        return Index(holder, index, isPlain: subscript.Index is Constant);
    }

    /// <param name="isPlain">The index stands there as a literal.</param>
    private Traced Index(Traced holder, Traced index, bool isPlain)
    {
        switch (holder.Value)
        {
            case MappingValue mapping when KeyOf(index.Value) is { } key:
                return mapping.Entries.TryGetValue(key, out var found) ? found : Traced.Unknown;
            case SequenceValue sequence when KnownCall.ToSmall(index.Value) is { } at:
                at = at < 0 ? at + sequence.Items.Count : at;
                return at >= 0 && at < sequence.Items.Count ? sequence.Items[at] : Traced.Unknown;
            case string text when KnownCall.ToSmall(index.Value) is { } at && AreUnits(text):
                at = at < 0 ? at + text.Length : at;
                return at >= 0 && at < text.Length ? holder.Become(text[at].ToString()) : Traced.Unknown;
            case byte[] bytes when KnownCall.ToSmall(index.Value) is { } at:
                at = at < 0 ? at + bytes.Length : at;
                return at >= 0 && at < bytes.Length ? holder.Become(new BigInteger(bytes[at])) : Traced.Unknown;
            case LibraryValue library when index.Value is string name:
                return IndexLibrary(library, name, index, isPlain);
            default:
                return new Traced(null, holder.From, holder.Layers);
        }
    }

    private Traced TakeSlice(Traced holder, Traced start, Traced stop, Traced step)
    {
        var bounds = new[] { start, stop, step };
        if (Array.Exists(bounds, static bound => bound.Value is null))
        {
            return new Traced(null, holder.From, holder.Layers);
        }

        switch (holder.Value)
        {
            case string text when MayMake(text.Length) && AreUnits(text) && Slicing.Resolve(start.Value, stop.Value, step.Value, text.Length) is { } part:
                return Reverse(holder, Slicing.Take(text, part.Start, part.Count, part.Step), part.Step, part.Count);
            case byte[] bytes when MayMake(bytes.Length) && Slicing.Resolve(start.Value, stop.Value, step.Value, bytes.Length) is { } part:
                var taken = new byte[part.Count];
                for (var i = 0; i < taken.Length; i++)
                {
                    taken[i] = bytes[part.Start + (i * part.Step)];
                }

                return Reverse(holder, taken, part.Step, part.Count);
            case SequenceValue sequence when Slicing.Resolve(start.Value, stop.Value, step.Value, sequence.Items.Count) is { } part:
                Step(part.Count);
                return holder.Become(new SequenceValue(sequence.Kind, [.. Enumerable.Range(0, part.Count).Select(i => sequence.Items[part.Start + (i * part.Step)])]));
            default:
                return new Traced(null, holder.From, holder.Layers);
        }
    }

    /// <summary>A text that is read backwards, or by leaps, was written to be read so.</summary>
    private static Traced Reverse(Traced holder, object result, int step, int count) =>
        step == 1 || count < 2 ? holder.Become(result) : holder.Decode(step == -1 ? "reversed" : $"every {Math.Abs(step)}th character", result);

    /// <summary>As the functions of <c>Known</c> want it; null when it is not all known.</summary>
    private object? ToKnown(Traced value)
    {
        var room = KnownLimits.MostItems;
        var known = ToKnown(value, ref room, depth: 0);
        Step((KnownLimits.MostItems - room) / 4);
        return known;
    }

    private static object? ToKnown(Traced value, ref int room, int depth)
    {
        switch (value.Value)
        {
            case string or byte[] or BigInteger or bool or double or KnownNone:
                return value.Value;
            case SequenceValue { Kind: SequenceKind.Buffer } buffer:
                return ToBytes(buffer);
            case SequenceValue { Kind: not SequenceKind.Cycle } sequence when depth < KnownLimits.Deepest && (room -= sequence.Items.Count) >= 0:
                var items = new object[sequence.Items.Count];
                for (var i = 0; i < items.Length; i++)
                {
                    if (ToKnown(sequence.Items[i], ref room, depth + 1) is not { } item)
                    {
                        return null;
                    }

                    items[i] = item;
                }

                return new KnownSequence(sequence.Kind is SequenceKind.Tuple, items);
            case MappingValue mapping when depth < KnownLimits.Deepest && (room -= mapping.Order.Count) >= 0:
                var entries = new List<(object Key, object Value)>(mapping.Order.Count);
                foreach (var key in mapping.Order)
                {
                    if (ToKnown(mapping.Entries[key], ref room, depth + 1) is not { } item)
                    {
                        return null;
                    }

                    entries.Add((ValueOfKey(key), item));
                }

                return new KnownDict(entries);
            default:
                return null;
        }
    }

    private static object? FromKnown(object? value) => value switch
    {
        KnownSequence sequence => new SequenceValue(sequence.IsTuple ? SequenceKind.Tuple : SequenceKind.List, [.. sequence.Items.Select(static item => new Traced(FromKnown(item)))]),
        KnownIterator iterator => new SequenceValue(SequenceKind.Iterator, [.. iterator.Items.Items.Select(static item => new Traced(FromKnown(item)))]),
        KnownDict dict => FromKnown(dict),
        string or byte[] or BigInteger or bool or double or KnownNone => value,
        int number => new BigInteger(number),
        _ => null,
    };

    private static MappingValue FromKnown(KnownDict dict)
    {
        var mapping = new MappingValue();
        foreach (var (key, value) in dict.Entries)
        {
            if (KeyOf(key) is { } known)
            {
                mapping.Set(known, new Traced(FromKnown(value)));
            }
        }

        return mapping;
    }

    /// <summary>Bytes of numbers; null when one of them is none, or not known.</summary>
    private static byte[]? ToBytes(SequenceValue numbers)
    {
        if (numbers.Items.Count > DecodingLimits.MostBytes)
        {
            return null;
        }

        var bytes = new byte[numbers.Items.Count];
        for (var i = 0; i < bytes.Length; i++)
        {
            if (KnownCall.ToSmall(numbers.Items[i].Value) is not { } one || one is < 0 or > 255)
            {
                return null;
            }

            bytes[i] = (byte)one;
        }

        return bytes;
    }
}
