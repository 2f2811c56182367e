using System.Numerics;

namespace LeakLens.Engine.Known;

/// <summary>The module <c>math</c>, as far as the machine's library and exact arithmetic give what CPython gives.</summary>
internal static class MathFunctions
{
    private static readonly KnownError Domain = new("ValueError", "math domain error");

    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("math.sqrt", static call => Apply(call, Math.Sqrt)),
        ("math.exp", static call => Apply(call, Math.Exp)),
        ("math.log", Log),
        ("math.log2", static call => Apply(call, Math.Log2)),
        ("math.log10", static call => Apply(call, Math.Log10)),
        ("math.sin", static call => Apply(call, Math.Sin)),
        ("math.cos", static call => Apply(call, Math.Cos)),
        ("math.tan", static call => Apply(call, Math.Tan)),
        ("math.asin", static call => Apply(call, Math.Asin)),
        ("math.acos", static call => Apply(call, Math.Acos)),
        ("math.atan", static call => Apply(call, Math.Atan)),
        ("math.sinh", static call => Apply(call, Math.Sinh)),
        ("math.cosh", static call => Apply(call, Math.Cosh)),
        ("math.tanh", static call => Apply(call, Math.Tanh)),
        ("math.asinh", static call => Apply(call, Math.Asinh)),
        ("math.acosh", static call => Apply(call, Math.Acosh)),
        ("math.atanh", static call => Apply(call, Math.Atanh)),
        ("math.cbrt", static call => Apply(call, Math.Cbrt)),
        ("math.fabs", static call => Apply(call, Math.Abs)),
        ("math.degrees", static call => Apply(call, static x => x * (180.0 / Math.PI))),
        ("math.radians", static call => Apply(call, static x => x * (Math.PI / 180.0))),
        ("math.atan2", static call => Apply(call, Math.Atan2)),
        ("math.copysign", static call => Apply(call, Math.CopySign)),
        ("math.fmod", static call => Apply(call, static (x, y) => x % y)),
        ("math.pow", static call => Apply(call, Math.Pow)),
        ("math.floor", static call => Whole(call, Math.Floor)),
        ("math.ceil", static call => Whole(call, Math.Ceiling)),
        ("math.trunc", static call => Whole(call, Math.Truncate)),
        ("math.isnan", static call => call.FloatAt(0) is { } x ? double.IsNaN(x) : null),
        ("math.isinf", static call => call.FloatAt(0) is { } x ? double.IsInfinity(x) : null),
        ("math.isfinite", static call => call.FloatAt(0) is { } x ? double.IsFinite(x) : null),
        ("math.isclose", IsClose),
        ("math.modf", static call => call.FloatAt(0) is { } x && double.IsFinite(x) ? KnownSequence.Tuple(Math.CopySign(x - Math.Truncate(x), x), Math.Truncate(x)) : null),
        ("math.isqrt", static call => call.IntAt(0) is not { } x ? null : x.Sign < 0 ? new KnownError("ValueError", "isqrt() argument must be nonnegative") : SquareRoot(x)),
        ("math.gcd", static call => Fold(call, BigInteger.Zero, BigInteger.GreatestCommonDivisor)),
        ("math.lcm", static call => Fold(call, BigInteger.One, static (x, y) => x.IsZero || y.IsZero ? BigInteger.Zero : BigInteger.Abs(x / BigInteger.GreatestCommonDivisor(x, y) * y))),
        ("math.factorial", static call => call.SmallAt(0, -1) is >= 0 and <= 400 and var n ? Product(1, n) : null),
        ("math.perm", static call => call.SmallAt(0, -1) is >= 0 and var n && call.SmallAt(1, n) is >= 0 and <= 400 and var k ? k > n ? BigInteger.Zero : Bounded(Product(n - k + 1, n)) : null),
        ("math.comb", static call => call.SmallAt(0, -1) is >= 0 and var n && call.SmallAt(1, -1) is >= 0 and var k ? Choose(n, k) : null),
        ("math.prod", Multiply),
        ("math.fsum", SumExactly),
        ("math.hypot", static call => Norm([.. call.Positional])),
        ("math.dist", Distance),
        ("math.ldexp", static call => call.FloatAt(0) is { } x && call.SmallAt(1, 0) is { } power ? Checked(Math.ScaleB(x, power), double.IsFinite(x)) : null),
    ];

    private static object? Apply(KnownCall call, Func<double, double> function) => call is { Count: 1 } && call.FloatAt(0) is { } x ? Checked(function(x), !double.IsNaN(x), double.IsFinite(x)) : null;

    private static object? Apply(KnownCall call, Func<double, double, double> function) => call is { Count: 2 } && call.FloatAt(0) is { } x && call.FloatAt(1) is { } y
        ? Checked(function(x, y), !double.IsNaN(x) && !double.IsNaN(y), double.IsFinite(x) && double.IsFinite(y))
        : null;

    /// <summary>What is no number where the argument was one is a domain error; what is infinite, an overflow or one.</summary>
    private static object? Checked(double result, bool wasNumber, bool wasFinite = true) =>
        double.IsNaN(result) && wasNumber ? Domain : double.IsInfinity(result) && wasFinite ? null : result;

    private static object? Log(KnownCall call)
    {
        if (call.At(0) is not { } value || Logarithm(value) is not { } first)
        {
            return null;
        }

        if (call.At(1) is not { } radix || first is KnownError)
        {
            return first;
        }

        return Logarithm(radix) is not { } second ? null
            : second is KnownError ? second
            : (double)second == 0 ? new KnownError("ZeroDivisionError", "float division by zero") : (double)first / (double)second;
    }

    private static object? Logarithm(object value) => KnownCall.ToFloat(value) is not { } x ? null : x <= 0 ? Domain : Math.Log(x);

    private static object? Whole(KnownCall call, Func<double, double> round) => call.At(0) switch
    {
        double number => double.IsFinite(number) ? new BigInteger(round(number)) : null,
        KnownObject { Truncated: { } truncated } thing => thing.CompareTo(truncated) is { } order ? truncated + (order == 0 ? 0 : new BigInteger(round(order / 2.0))) : null,
        _ => call.IntAt(0) is { } whole ? whole : null,
    };

    private static object? IsClose(KnownCall call)
    {
        if (call.FloatAt(0, "a") is not { } a || call.FloatAt(1, "b") is not { } b)
        {
            return null;
        }

        var relative = call.FloatAt(int.MaxValue, "rel_tol") ?? 1e-09;
        var absolute = call.FloatAt(int.MaxValue, "abs_tol") ?? 0.0;
        var difference = Math.Abs(b - a);
        return a == b || (double.IsFinite(a) && double.IsFinite(b) && (difference <= Math.Abs(relative * b) || difference <= Math.Abs(relative * a) || difference <= absolute));
    }

    public static BigInteger SquareRoot(BigInteger value)
    {
        if (value.IsZero)
        {
            return value;
        }

        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (value / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }

    private static object? Fold(KnownCall call, BigInteger start, Func<BigInteger, BigInteger, BigInteger> function)
    {
        var result = start;
        foreach (var item in call.Positional)
        {
            if (KnownCall.ToInt(item) is not { } number || WholeNumber.Bits(number) > KnownLimits.MostBits)
            {
                return null;
            }

            result = function(result, number);
        }

        return Bounded(BigInteger.Abs(result));
    }

    private static object? Bounded(BigInteger value) => WholeNumber.Bits(value) > KnownLimits.MostBits ? null : value;

    private static BigInteger Product(int from, int to)
    {
        var product = BigInteger.One;
        for (var i = Math.Max(1, from); i <= to; i++)
        {
            product *= i;
        }

        return product;
    }

    private static object? Choose(int n, int k)
    {
        k = Math.Min(k, n - k);
        return k < 0 ? BigInteger.Zero : k > 400 ? null : Bounded(Product(n - k + 1, n) / Product(1, k));
    }

    private static object? Multiply(KnownCall call)
    {
        object? product = call.At(int.MaxValue, "start") ?? BigInteger.One;
        foreach (var item in Arithmetic.Items(call.At(0)) ?? [])
        {
            product = KnownComparison.IsNumber(item) && product is not null ? KnownOperators.Apply(KnownOperator.Multiply, product, item) : null;
        }

        return Arithmetic.Items(call.At(0)) is null ? null : product;
    }

    /// <summary>The exact sum of floats, rounded once.</summary>
    private static object? SumExactly(KnownCall call) => Exact(Arithmetic.Items(call.At(0)), static x => x) is { } sum ? ToFloat(sum) : null;

    private static object? Norm(IReadOnlyList<object> items) => Exact(items, static x => x * x) is { } sum ? RootOf(sum) : null;

    private static object? Distance(KnownCall call)
    {
        if (Arithmetic.Items(call.At(0)) is not { } from || Arithmetic.Items(call.At(1)) is not { } to || from.Count != to.Count)
        {
            return null;
        }

        var differences = new object[from.Count];
        for (var i = 0; i < differences.Length; i++)
        {
            if (KnownCall.ToFloat(from[i]) is not { } a || KnownCall.ToFloat(to[i]) is not { } b)
            {
                return null;
            }

            differences[i] = a - b;
        }

        return Norm(differences);
    }

    private const int UnitBits = 1100;

    /// <summary>Sum of what a function makes of each mantissa, in units of 2**-1100 (of 2**-2200 for squares).</summary>
    private static BigInteger? Exact(IReadOnlyList<object>? items, Func<BigInteger, BigInteger> map)
    {
        var sum = BigInteger.Zero;
        foreach (var item in items ?? [])
        {
            if (KnownCall.ToFloat(item) is not { } number || !double.IsFinite(number))
            {
                return null;
            }

            var (mantissa, exponent) = FloatDigits.Split(number);
            sum += map((double.IsNegative(number) ? -mantissa : mantissa) << (exponent + UnitBits));
        }

        return items is null ? null : sum;
    }

    private static object ToFloat(BigInteger sum) => WholeNumber.TrueDivide(sum, BigInteger.One << UnitBits);

    /// <summary>The root of a sum of squares: 64 bits more than a float has are enough to round it once.</summary>
    private static object RootOf(BigInteger squares)
    {
        const int Extra = 128;
        return WholeNumber.TrueDivide(SquareRoot(squares << Extra), BigInteger.One << (UnitBits + (Extra / 2)));
    }
}
