using System.Numerics;
using System.Runtime.InteropServices;
using LeakLens.Engine.Quantities;

namespace LeakLens.Engine.Heap;

/// <summary>
/// An abstract value. Numbers carry their bounds; a number outside CPython's cache also carries the object that holds it
/// in memory, so that storing the same number twice is seen as sharing.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Value : IEquatable<Value>
{
    /// <summary>A join of more alternatives than this is unknown.</summary>
    private const int LargestUnion = 6;

    private readonly object? _data;

    private Value(ValueKind kind, Quantity number, object? data)
    {
        Kind = kind;
        Number = number;
        _data = data;
    }

    public static Value Absent => default;

    public static Value Unknown => new(ValueKind.Unknown, default, null);

    public static Value None => new(ValueKind.None, default, null);

    public static Value AnyBool => new(ValueKind.Bool, new Quantity(0, 1), null);

    public ValueKind Kind { get; }

    /// <summary>Of Bool and Int: the value. Of Text and ByteText: the length in characters or bytes.</summary>
    public Quantity Number { get; }

    public bool IsAbsent => Kind == ValueKind.Absent;

    public bool IsUnknown => Kind == ValueKind.Unknown;

    /// <summary>The heap object of an Object, or the one that holds a number.</summary>
    public HeapObject? Reference => _data is HeapObject target ? target.Resolve() : null;

    /// <summary>The characters of a Text.</summary>
    public string? Text => _data as string;

    /// <summary>The bytes of a ByteText, or of an object that is one.</summary>
    public byte[]? Content => _data as byte[] ?? (Reference is { Kind: ObjectKind.Bytes, IsSummary: false, Payload: byte[] content } bytes && bytes.LeafLength == content.Length ? content : null);

    /// <summary>The value of an int that its bounds do not tell.</summary>
    public BigInteger? LargeInt => _data as BigInteger? ?? (Reference is { Kind: ObjectKind.Int, IsSummary: false } holder ? holder.Payload as BigInteger? : null);

    public KnownThing? Thing => _data as KnownThing;

    /// <summary>The keys of a Keys value.</summary>
    public KeySet? Keys => _data as KeySet;

    /// <summary>The identity of a Key.</summary>
    public KeyIdentity? Key => _data is KeyIdentity key ? key : null;

    public ReadOnlySpan<Value> Alternatives => _data as Value[];

    public double FloatValue => BitConverter.Int64BitsToDouble(Number.Low);

    public static bool operator ==(Value left, Value right) => left.Equals(right);

    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    public static Value OfBool(bool value) => new(ValueKind.Bool, value ? 1 : 0, null);

    public static Value OfInt(Quantity number, HeapObject? holder = null) => new(ValueKind.Int, number, holder);

    public static Value OfFloat(double number, HeapObject? holder = null) =>
        new(ValueKind.Float, BitConverter.DoubleToInt64Bits(number), holder);

    /// <summary>A float that only its object is known of.</summary>
    public static Value OfSomeFloat(HeapObject holder) => new(ValueKind.Unknown, default, holder);

    public static Value OfText(string text) => new(ValueKind.Text, Sizes.StringSizes.LengthOf(text), text);

    /// <summary>A str that CPython keeps for ever, as those of one character, of which only the length is known.</summary>
    public static Value OfSharedText(Quantity length) => new(ValueKind.Text, length, null);

    public static Value OfBytes(long length) => new(ValueKind.ByteText, length, null);

    public static Value OfBytes(byte[] content) => new(ValueKind.ByteText, content.Length, content);

    /// <summary>An int beyond 64 bits that CPython's compiler made once for ever.</summary>
    public static Value OfLargeInt(BigInteger number) => new(ValueKind.Int, Quantity.AnyInteger, number);

    public static Value Of(HeapObject target) => new(ValueKind.Object, default, target);

    public static Value Of(KnownThing thing) => new(ValueKind.Known, default, thing);

    public static Value Of(KeyIdentity key) => new(ValueKind.Key, default, key);

    public static Value Of(KeySet keys) => new(ValueKind.Keys, default, keys);

    public static Value Join(Value left, Value right)
    {
        if (left.Kind == right.Kind && left.Number == right.Number && !ReferenceEquals(left._data, right._data) && (left.Content is not null || left.LargeInt is not null))
        {
            // Equal by what is compared; which of the two it is is not known any more.
            return left.Kind == ValueKind.ByteText ? OfBytes(left.Number.Low) : left.Kind == ValueKind.Int ? OfInt(left.Number) : Unite(left, right);
        }

        if (left.Equals(right) || right.IsAbsent)
        {
            return left;
        }

        if (left.IsAbsent || right.IsUnknown)
        {
            return right;
        }

        if (left.IsUnknown)
        {
            return left;
        }

        if (left.Kind == right.Kind && left.Kind is ValueKind.Int or ValueKind.Bool)
        {
            return new(left.Kind, Quantity.Join(left.Number, right.Number), left._data ?? right._data);
        }

        if (left.Kind == ValueKind.Keys && right.Kind == ValueKind.Keys)
        {
            return left.Keys is { } keys && right.Keys is { } others ? Of(KeySet.Join(keys, others)) : left;
        }

        if (left.Kind == ValueKind.Key || right.Kind == ValueKind.Key)
        {
            return Unknown;
        }

        // Some float: which number is not known, but there is an object that holds it.
        return left.Kind == ValueKind.Float && right.Kind == ValueKind.Float
            ? new(ValueKind.Unknown, default, left._data ?? right._data)
            : Unite(left, right);
    }

    public bool Equals(Value other)
    {
        if (Kind != other.Kind || Number != other.Number)
        {
            return false;
        }

        return Kind switch
        {
            ValueKind.Object => ReferenceEquals(Reference, other.Reference),
            ValueKind.Text => string.Equals(Text, other.Text, StringComparison.Ordinal),
            ValueKind.Int => true,
            ValueKind.Key => Nullable.Equals(Key, other.Key),
            ValueKind.Union => Alternatives.SequenceEqual(other.Alternatives),
            _ => ReferenceEquals(_data, other._data),
        };
    }

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, Number);

    public override string ToString() => Kind switch
    {
        ValueKind.Int => Number.ToString(),
        ValueKind.Text => "'" + Text + "'",
        ValueKind.Object => Reference?.ToString() ?? "object",
        _ => Kind.ToString(),
    };

    private static Value Unite(Value left, Value right)
    {
        var all = new List<Value>();
        Collect(left, all);
        Collect(right, all);
        return all.Count > LargestUnion ? Unknown : new Value(ValueKind.Union, default, all.ToArray());
    }

    private static void Collect(Value value, List<Value> into)
    {
        if (value.Kind == ValueKind.Union)
        {
            foreach (var alternative in value.Alternatives)
            {
                Collect(alternative, into);
            }
        }
        else if (!into.Contains(value))
        {
            into.Add(value);
        }
    }
}
