using System.Numerics;
using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Engine.Known;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>Targets of assignments, and what iterating gives.</summary>
internal sealed partial class PayloadTracer
{
    private void Bind(Expression target, Traced value, Frame frame)
    {
        switch (target)
        {
            case Name name:
                frame.Bind(name.Id, value);
                break;
            case Python.Syntax.Tuple tuple:
                Unpack(tuple.Elements, value, frame);
                break;
            case List list:
                Unpack(list.Elements, value, frame);
                break;
            case Attribute attribute:
                switch (Evaluate(attribute.Value, frame).Value)
                {
                    case InstanceValue instance:
                        instance.Attributes[attribute.Name] = value;
                        break;
                    case ClassValue type:
                        type.Members[attribute.Name] = value;
                        break;
                    default:
                        break;
                }

                break;
            case Subscript subscript:
                Store(Evaluate(subscript.Value, frame), Evaluate(subscript.Index, frame), value);
                break;
            case Starred starred:
                Bind(starred.Value, value, frame);
                break;
            default:
                break;
        }
    }

    private void Unpack(IReadOnlyList<Expression> targets, Traced value, Frame frame)
    {
        var items = Items(value);
        var star = targets.ToList().FindIndex(static target => target is Starred);
        for (var i = 0; i < targets.Count; i++)
        {
            var index = star >= 0 && i > star && items is not null ? items.Count - targets.Count + i : i;
            var given = i == star ? items is null ? Traced.Unknown : new Traced(new SequenceValue(SequenceKind.List, [.. items.Skip(star).Take(Math.Max(0, items.Count - targets.Count + 1))]))
                : items is not null && index >= 0 && index < items.Count ? items[index]
                : new Traced(null, value.From, value.Layers);
            Bind(targets[i], given, frame);
        }
    }

    private static void Store(Traced holder, Traced index, Traced value)
    {
        switch (holder.Value)
        {
            case MappingValue mapping when KeyOf(index.Value) is { } key:
                mapping.Set(key, value);
                break;
            case SequenceValue { Kind: SequenceKind.List or SequenceKind.Buffer } list when KnownCall.ToSmall(index.Value) is { } at:
                at = at < 0 ? at + list.Items.Count : at;
                if (at >= 0 && at < list.Items.Count)
                {
                    list.Items[at] = value;
                }

                break;
            default:
                break;
        }
    }

    private void Remove(Expression target, Frame frame)
    {
        if (target is Subscript subscript && Evaluate(subscript.Value, frame).Value is MappingValue mapping && KeyOf(Evaluate(subscript.Index, frame).Value) is { } key)
        {
            Step(mapping.Order.Count / BytesPerStep);
            mapping.Remove(key);
        }
    }

    /// <summary>Equal for what is one key of a dict; null for what is none, or not known.</summary>
    private static object? KeyOf(object? value) => value switch
    {
        byte[] bytes => "\0bytes" + System.Text.Encoding.Latin1.GetString(bytes),
        bool truth => truth ? BigInteger.One : BigInteger.Zero,
        string or BigInteger or double or KnownNone => value,
        _ => null,
    };

    private static object ValueOfKey(object key) => key is string text && text.StartsWith("\0bytes", StringComparison.Ordinal) ? System.Text.Encoding.Latin1.GetBytes(text[6..]) : key;

    /// <summary>What a loop over a value sees; null when that is not known.</summary>
    private List<Traced>? Items(Traced value)
    {
        switch (value.Value)
        {
            case SequenceValue { Kind: SequenceKind.Iterator } iterator:
                Step((iterator.Items.Count - iterator.Taken) / 4);
                var left = iterator.Items.GetRange(iterator.Taken, iterator.Items.Count - iterator.Taken);
                iterator.Taken = iterator.Items.Count;
                return left;
            case SequenceValue { Kind: not SequenceKind.Cycle } sequence:
                return sequence.Items;
            case string text when MayMake((long)text.Length * 8):
                return AreUnits(text) ? [.. text.Select(unit => value.Become(unit.ToString()) with { Layers = null })] : [.. Points.Split(text).Select(character => value.Become(character) with { Layers = null })];
            case byte[] bytes when MayMake((long)bytes.Length * 8):
                return [.. bytes.Select(one => value.Become(new BigInteger(one)) with { Layers = null })];
            case MappingValue mapping:
                Step(mapping.Order.Count);
                return [.. mapping.Order.Select(static key => new Traced(ValueOfKey(key)))];
            case FileValue { Content.Value: string text } file when MayMake((long)text.Length * 2):
                return [.. text.Split('\n').Select(line => file.Content.Become(line + "\n"))];
            default:
                return null;
        }
    }

    private static bool? Truth(Traced value) => value.Value switch
    {
        null => null,
        SequenceValue { Kind: SequenceKind.Iterator or SequenceKind.Cycle } => true,
        SequenceValue sequence => sequence.Items.Count > 0,
        MappingValue mapping => mapping.Order.Count > 0,
        string or byte[] or bool or BigInteger or double or KnownNone => KnownComparison.IsTrue(value.Value),
        FunctionValue or ClassValue or MethodValue or PathValue or FileValue => true,
        _ => null,
    };
}
