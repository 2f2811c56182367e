using System.Numerics;

namespace LeakLens.Engine.Known;

/// <summary>Equality, order and truth of known values. An int and a float compare by their exact values.</summary>
internal static class KnownComparison
{
    public static bool? IsTrue(object value) => value switch
    {
        KnownNone => false,
        bool truth => truth,
        BigInteger whole => !whole.IsZero,
        double number => number != 0,
        string text => text.Length > 0,
        byte[] bytes => bytes.Length > 0,
        KnownSequence sequence => sequence.Items.Count > 0,
        KnownDict dict => dict.Entries.Count > 0,
        KnownObject thing => thing.IsTrue,
        _ => null,
    };

    public static bool? AreEqual(object left, object right)
    {
        if (KnownCall.ToInt(left) is { } a && KnownCall.ToInt(right) is { } b)
        {
            return a == b;
        }

        switch (left, right)
        {
            case (string first, string second):
                return string.Equals(first, second, StringComparison.Ordinal);
            case (byte[] first, byte[] second):
                return first.AsSpan().SequenceEqual(second);
            case (KnownNone, KnownNone):
                return true;
            case (KnownSequence first, KnownSequence second):
                return first.IsTuple == second.IsTuple && first.Items.Count == second.Items.Count ? AreEqual(first.Items, second.Items) : false;
            case (KnownDict, KnownDict):
                return null;
            case (KnownObject thing, KnownObject):
                return thing.CompareTo(right) is { } order ? order == 0 : thing.IsKey ? false : null;
            case (KnownObject number, _) when IsNumber(right):
                return number.CompareTo(right) == 0;
            case (_, KnownObject number) when IsNumber(left):
                return number.CompareTo(left) == 0;
            default:
                return IsNumber(left) && IsNumber(right) ? CompareNumbers(left, right) == 0 : false;
        }
    }

    /// <summary>Below zero when the first comes before the second; null when they have no order, or it is not known.</summary>
    public static int? Compare(object left, object right)
    {
        switch (left, right)
        {
            case (string first, string second):
                return Points.Compare(first, second);
            case (byte[] first, byte[] second):
                return first.AsSpan().SequenceCompareTo(second);
            case (KnownObject thing, KnownObject other):
                return thing.CompareTo(other) ?? -other.CompareTo(thing);
            case (KnownObject thing, _):
                return thing.CompareTo(right);
            case (_, KnownObject thing):
                return -thing.CompareTo(left);
            case (KnownSequence first, KnownSequence second) when first.IsTuple == second.IsTuple:
                return Compare(first.Items, second.Items);
            default:
                return IsNumber(left) && IsNumber(right) ? CompareNumbers(left, right) : null;
        }
    }

    public static bool IsNumber(object value) => value is BigInteger or double or bool;

    private static bool? AreEqual(IReadOnlyList<object> left, IReadOnlyList<object> right)
    {
        for (var i = 0; i < left.Count; i++)
        {
            if (AreEqual(left[i], right[i]) is not true and var equal)
            {
                return equal;
            }
        }

        return true;
    }

    private static int? Compare(IReadOnlyList<object> left, IReadOnlyList<object> right)
    {
        for (var i = 0; i < left.Count && i < right.Count; i++)
        {
            switch (AreEqual(left[i], right[i]))
            {
                case null:
                    return null;
                case false:
                    return Compare(left[i], right[i]);
                default:
                    break;
            }
        }

        return left.Count.CompareTo(right.Count);
    }

    /// <summary>Null when one of them is no number at all (nan), which comes neither before nor behind.</summary>
    private static int? CompareNumbers(object left, object right)
    {
        if (left is double a && right is double b)
        {
            return double.IsNaN(a) || double.IsNaN(b) ? null : a.CompareTo(b);
        }

        if (left is double number && KnownCall.ToInt(right) is { } whole)
        {
            return CompareExactly(number, whole);
        }

        return right is double other && KnownCall.ToInt(left) is { } first ? -CompareExactly(other, first)
            : KnownCall.ToInt(left) is { } one && KnownCall.ToInt(right) is { } two ? one.CompareTo(two)
            : null;
    }

    private static int? CompareExactly(double number, BigInteger whole)
    {
        if (double.IsNaN(number))
        {
            return null;
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? 1 : -1;
        }

        var order = new BigInteger(number).CompareTo(whole);
        return order != 0 ? order : (number - Math.Truncate(number)).CompareTo(0);
    }
}
