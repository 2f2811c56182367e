using System.Numerics;
using LeakLens.Engine.Heap;

namespace LeakLens.Engine.Evaluation;

/// <summary>Hashes that are the same in every run of CPython: those of numbers, None aside, and of tuples of them. Hashes of texts are not.</summary>
internal static class KnownHash
{
    private const long Modulus = (1L << 61) - 1;

    // Objects/tupleobject.c: xxHash with one lane.
    private const ulong FirstPrime = 11400714785074694791;
    private const ulong SecondPrime = 14029467366897019727;
    private const ulong FifthPrime = 2870177450012600261;
    private const ulong LengthMark = 3527539;
    private const long HashOfMinusOne = 1546275796;

    public static long? Of(Value value)
    {
        if (value.Kind is ValueKind.Int or ValueKind.Bool && value.Number.IsExact)
        {
            return OfWhole(value.Number.Low);
        }

        if (value.Kind == ValueKind.Float && value.FloatValue == Math.Floor(value.FloatValue) && Math.Abs(value.FloatValue) < 1e15)
        {
            return OfWhole((long)value.FloatValue);
        }

        return value.Reference is { Kind: ObjectKind.Tuple, IsSummary: false } tuple && tuple.GetMeta(Meta.Length) is { IsExact: true } length ? OfTuple(tuple, length.Low) : null;
    }

    private static long OfWhole(long number)
    {
        var hash = number % Modulus;
        return hash == -1 ? -2 : hash;
    }

    private static long? OfTuple(HeapObject tuple, long length)
    {
        var sum = FifthPrime;
        for (var i = 0L; i < length; i++)
        {
            if (Of(tuple.Get(SlotKey.Item(i))) is not { } lane)
            {
                return null;
            }

            sum = unchecked(BitOperations.RotateLeft(sum + ((ulong)lane * SecondPrime), 31) * FirstPrime);
        }

        sum = unchecked(sum + ((ulong)length ^ (FifthPrime ^ LengthMark)));
        return sum == ulong.MaxValue ? HashOfMinusOne : unchecked((long)sum);
    }
}
