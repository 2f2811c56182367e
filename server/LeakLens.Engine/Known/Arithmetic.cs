using System.Numerics;

namespace LeakLens.Engine.Known;

/// <summary>Built-in functions on numbers: <c>abs</c>, <c>round</c>, <c>divmod</c>, <c>sum</c>, <c>min</c> ... and the methods of int and float.</summary>
internal static class Arithmetic
{
    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("abs", static call => call.At(0) is double number ? Math.Abs(number) : call.At(0) is KnownObject thing ? thing.Absolute : call.IntAt(0) is { } whole ? BigInteger.Abs(whole) : null),
        ("divmod", static call => call is { Count: 2 } ? DivMod(call.At(0), call.At(1)) : null),
        ("pow", Power),
        ("round", Round),
        ("sum", Sum),
        ("min", static call => Extreme(call, -1)),
        ("max", static call => Extreme(call, 1)),
        ("any", static call => Items(call.At(0)) is { } items ? Decide(items, decisive: true) : null),
        ("all", static call => Items(call.At(0)) is { } items ? Decide(items, decisive: false) : null),
        ("int.bit_length", static call => KnownCall.ToInt(call.Self) is { } value ? new BigInteger(WholeNumber.Bits(value)) : null),
        ("int.bit_count", static call => KnownCall.ToInt(call.Self) is { } value ? CountOnes(value) : null),
        ("float.is_integer", static call => call.Self is double number ? double.IsFinite(number) && Math.Floor(number) == number : null),
        ("float.as_integer_ratio", Ratio),
    ];

    public static IReadOnlyList<object>? Items(object? value) => value switch
    {
        KnownSequence sequence => sequence.Items,
        KnownDict dict => [.. dict.Entries.Select(static entry => entry.Key)],
        string text => [.. Points.Split(text)],
        byte[] bytes => [.. bytes.Select(static one => (object)new BigInteger(one))],
        _ => null,
    };

    private static object? DivMod(object? left, object? right)
    {
        if (left is null || right is null)
        {
            return null;
        }

        var quotient = KnownOperators.Apply(KnownOperator.FloorDivide, left, right);
        var remainder = KnownOperators.Apply(KnownOperator.Modulo, left, right);
        return quotient is null or KnownError || remainder is null ? quotient : KnownSequence.Tuple(quotient, remainder);
    }

    private static object? Power(KnownCall call)
    {
        if (call.At(0, "base") is not { } value || call.At(1, "exp") is not { } exponent)
        {
            return null;
        }

        return call.At(2, "mod") switch
        {
            null or KnownNone => KnownOperators.Apply(KnownOperator.Power, value, exponent),
            var modulus => KnownCall.ToInt(value) is { } a && KnownCall.ToInt(exponent) is { } b && KnownCall.ToInt(modulus) is { } m ? WholeNumber.Power(a, b, m) : null,
        };
    }

    private static object? Round(KnownCall call)
    {
        var digits = call.At(1, "ndigits");
        if (call.At(0, "number") is double number)
        {
            if (digits is null or KnownNone)
            {
                return double.IsFinite(number) ? new BigInteger(Math.Round(number, MidpointRounding.ToEven)) : null;
            }

            return KnownCall.ToSmall(digits) is { } places ? Round(number, places) : null;
        }

        if (call.At(0, "number") is KnownObject thing)
        {
            return digits is null or KnownNone ? thing.Round(null) : KnownCall.ToSmall(digits) is { } places ? thing.Round(places) : null;
        }

        if (call.IntAt(0, "number") is not { } whole)
        {
            return null;
        }

        if (digits is null or KnownNone || KnownCall.ToInt(digits) is { Sign: >= 0 })
        {
            return whole;
        }

        if (KnownCall.ToSmall(digits) is not { } power || power < -KnownLimits.MostPrecise)
        {
            return null;
        }

        var unit = BigInteger.Pow(10, -power);
        var rounded = FloatDigits.RoundedQuotient(BigInteger.Abs(whole), unit) * unit;
        return whole.Sign < 0 ? -rounded : rounded;
    }

    /// <summary>The nearest float to the decimal number that the value is rounded to (double_round in Objects/floatobject.c).</summary>
    public static double Round(double number, int places)
    {
        const int MostPlaces = 323;
        const int LeastPlaces = -309;
        if (!double.IsFinite(number) || places > MostPlaces)
        {
            return number;
        }

        if (places < LeastPlaces)
        {
            return number * 0.0;
        }

        var scaled = FloatDigits.Scaled(Math.Abs(number), places);
        var text = scaled.ToString(System.Globalization.CultureInfo.InvariantCulture) + "e" + (-places).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Math.CopySign(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), number);
    }

    /// <summary>One after the other, as CPython adds up to 3.11.</summary>
    private static object? Sum(KnownCall call)
    {
        if (Items(call.At(0)) is not { } items || call.At(0) is string)
        {
            return null;
        }

        var sum = call.At(1, "start") ?? BigInteger.Zero;
        foreach (var item in items)
        {
            if (item is string || KnownOperators.Apply(KnownOperator.Add, sum, item) is not { } next)
            {
                return null;
            }

            sum = next;
        }

        return sum;
    }

    private static object? Extreme(KnownCall call, int sign)
    {
        var items = call.Positional.Count > 1 ? call.Positional : Items(call.At(0));
        var standard = call.At(int.MaxValue, "default");
        if (items is null || call.Named.Count > (standard is null ? 0 : 1))
        {
            return null;
        }

        var best = items.Count == 0 ? standard : items[0];
        foreach (var item in items)
        {
            if (KnownComparison.Compare(item, best ?? item) is not { } order)
            {
                return null;
            }

            best = order * sign > 0 ? item : best;
        }

        return best;
    }

    private static object? Decide(IReadOnlyList<object> items, bool decisive)
    {
        foreach (var item in items)
        {
            if (KnownComparison.IsTrue(item) is not { } truth)
            {
                return null;
            }

            if (truth == decisive)
            {
                return decisive;
            }
        }

        return !decisive;
    }

    private static object CountOnes(BigInteger value)
    {
        var ones = 0;
        foreach (var one in BigInteger.Abs(value).ToByteArray())
        {
            ones += BitOperations.PopCount(one);
        }

        return new BigInteger(ones);
    }

    private static object? Ratio(KnownCall call)
    {
        if (call.Self is not double number || !double.IsFinite(number))
        {
            return null;
        }

        var (mantissa, exponent) = FloatDigits.Split(number);
        var numerator = exponent > 0 ? mantissa << exponent : mantissa;
        var denominator = exponent < 0 ? BigInteger.One << -exponent : BigInteger.One;
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return KnownSequence.Tuple((double.IsNegative(number) ? -numerator : numerator) / common, denominator / common);
    }
}
