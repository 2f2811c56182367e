using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Engine.Known;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>Methods of lists and dicts.</summary>
internal sealed partial class PayloadTracer
{
    private Traced CallSequence(Traced self, SequenceValue sequence, string name, CallInput input)
    {
        var items = sequence.Items;
        switch (name)
        {
            case "append" or "add":
                Step();
                items.Add(input.At(0));
                return new Traced(KnownNone.Instance);
            case "extend" or "update":
                if (Items(input.At(0)) is { } more)
                {
                    Step(more.Count);
                    items.AddRange(more.ToArray());
                }

                return new Traced(KnownNone.Instance);
            case "insert" when KnownCall.ToSmall(input.At(0).Value) is { } at:
                Step(items.Count / BytesPerStep);
                items.Insert(Math.Clamp(at < 0 ? at + items.Count : at, 0, items.Count), input.At(1));
                return new Traced(KnownNone.Instance);
            case "pop" when items.Count > 0:
                var index = input.Count == 0 ? items.Count - 1 : KnownCall.ToSmall(input.At(0).Value) ?? items.Count - 1;
                index = Math.Clamp(index < 0 ? index + items.Count : index, 0, items.Count - 1);
                Step((items.Count - index) / BytesPerStep);
                var popped = items[index];
                items.RemoveAt(index);
                return popped;
            case "reverse":
                Step(items.Count / BytesPerStep);
                items.Reverse();
                return new Traced(KnownNone.Instance);
            case "clear":
                items.Clear();
                return new Traced(KnownNone.Instance);
            case "sort" when Sort(items, input) is { } sorted:
                items.Clear();
                items.AddRange(sorted);
                return new Traced(KnownNone.Instance);
            case "copy":
                Step(items.Count);
                return self.Become(new SequenceValue(sequence.Kind, [.. items]));
            case "decode" or "hex" or "translate" or "find" or "split" or "strip" when sequence.Kind is SequenceKind.Buffer && MayMake(items.Count) && ToBytes(sequence) is { } bytes:
                return CallText(new Traced(bytes, sequence.From).Assemble(), name, input);
            default:
                return new Traced(null, sequence.From);
        }
    }

    /// <summary>In order, by the key that is given; null when an order is not known.</summary>
    private List<Traced>? Sort(List<Traced> items, CallInput input)
    {
        if (items.Count > KnownLimits.MostItems)
        {
            return null;
        }

        Step(items.Count * 16L);
        var keys = new List<(object Key, Traced Item)>(items.Count);
        foreach (var item in items)
        {
            var key = input.TryAt(-1, "key", out var function) && function.Value is FunctionValue own ? CallFunction(own, new CallInput([item], []), Provenance.None) : item;
            if (ToKnown(key) is not { } known || (keys.Count > 0 && KnownComparison.Compare(keys[0].Key, known) is null))
            {
                return null;
            }

            keys.Add((known, item));
        }

        var isReversed = input.TryAt(-1, "reverse", out var reverse) && Truth(reverse) == true;
        var sorted = keys.Order(Comparer<(object Key, Traced Item)>.Create(static (left, right) => KnownComparison.Compare(left.Key, right.Key) ?? 0)).Select(static pair => pair.Item).ToList();
        if (isReversed)
        {
            sorted.Reverse();
        }

        return sorted;
    }

    private Traced CallMapping(MappingValue mapping, string name, CallInput input)
    {
        var key = KeyOf(input.At(0).Value);
        switch (name)
        {
            case "get" or "setdefault" or "pop":
                if (key is null)
                {
                    return Traced.Unknown;
                }

                if (mapping.Entries.TryGetValue(key, out var found))
                {
                    if (name is "pop")
                    {
                        Step(mapping.Order.Count / BytesPerStep);
                        mapping.Remove(key);
                    }

                    return found;
                }

                if (name is "setdefault")
                {
                    mapping.Set(key, input.At(1));
                }

                return input.TryAt(1, "default", out var standard) ? standard : new Traced(KnownNone.Instance);
            case "items":
                Step(mapping.Order.Count);
                return Listed(mapping.Order.Select(one => new Traced(new SequenceValue(SequenceKind.Tuple, [new Traced(ValueOfKey(one)), mapping.Entries[one]]))));
            case "keys":
                Step(mapping.Order.Count);
                return Listed(mapping.Order.Select(static one => new Traced(ValueOfKey(one))));
            case "values":
                Step(mapping.Order.Count);
                return Listed(mapping.Order.Select(one => mapping.Entries[one]));
            case "update" when input.At(0).Value is MappingValue other:
                Step(other.Order.Count);
                foreach (var one in other.Order)
                {
                    mapping.Set(one, other.Entries[one]);
                }

                return new Traced(KnownNone.Instance);
            default:
                return Traced.Unknown;
        }
    }

    private static Traced Listed(IEnumerable<Traced> items) => new(new SequenceValue(SequenceKind.List, [.. items]));
}
