using System.Runtime.InteropServices;

namespace LeakLens.Engine.Heap;

/// <summary>
/// What makes a key that is fully known equal to another: numbers by their value, texts by their characters, tuples by
/// their parts, objects that compare by identity by themselves.
/// </summary>
/// <param name="Data">What the key is besides a number: a text, an object, the parts of a tuple, or a mark for the kind of number.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ExactKey(object Data, long Number)
{
    private static readonly object Whole = new();
    private static readonly object Fraction = new();
    private static readonly object Nothing = new();

    public static ExactKey None => new(Nothing, 0);

    /// <summary>The number of a whole-number key.</summary>
    public long? WholeNumber => ReferenceEquals(Data, Whole) ? Number : null;

    public static ExactKey Of(long number) => new(Whole, number);

    public static ExactKey Of(string text) => new(text, 0);

    /// <summary>1.0 is the same key as 1.</summary>
    public static ExactKey Of(double number) => number == Math.Floor(number) && Math.Abs(number) < 1e15
        ? Of((long)number)
        : new(Fraction, BitConverter.DoubleToInt64Bits(number));

    public static ExactKey OfIdentity(object thing) => new(thing, 0);

    public static ExactKey OfParts(ExactKey[] parts) => new(new Parts(parts), 0);

    public static ExactKey OfMembers(IEnumerable<ExactKey> members) => new(new Members([.. members]), 0);

    /// <summary>A frozen set of keys.</summary>
    private sealed class Members(HashSet<ExactKey> keys) : IEquatable<Members>
    {
        private readonly HashSet<ExactKey> _keys = keys;

        public bool Equals(Members? other) => other is not null && _keys.SetEquals(other._keys);

        public override bool Equals(object? obj) => Equals(obj as Members);

        public override int GetHashCode()
        {
            var hash = _keys.Count;
            foreach (var key in _keys)
            {
                hash ^= key.GetHashCode();
            }

            return hash;
        }
    }

    /// <summary>A tuple of keys.</summary>
    private sealed class Parts(ExactKey[] keys) : IEquatable<Parts>
    {
        private readonly ExactKey[] _keys = keys;

        public bool Equals(Parts? other) => other is not null && _keys.AsSpan().SequenceEqual(other._keys);

        public override bool Equals(object? obj) => Equals(obj as Parts);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var key in _keys)
            {
                hash.Add(key);
            }

            return hash.ToHashCode();
        }
    }
}
