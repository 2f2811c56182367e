using System.Numerics;

namespace LeakLens.Engine.Known;

/// <summary>The numbers that a seeded generator gives (Lib/random.py). The receiver is the generator.</summary>
internal static class RandomNumbers
{
    private static readonly double NormalMagic = 4 * Math.Exp(-0.5) / Math.Sqrt(2.0);
    private static readonly double LogOfFour = Math.Log(4.0);
    private static readonly double GammaMagic = 1.0 + Math.Log(4.5);

    private static readonly KnownError EmptyRange = new("ValueError", "empty range for randrange()");

    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("random.Random.random", static call => call.Self is MersenneTwister random ? random.NextDouble() : null),
        ("random.Random.getrandbits", GetBits),
        ("random.Random.randbytes", GetBytes),
        ("random.Random.randint", static call => call.IntAt(0, "a") is { } a && call.IntAt(1, "b") is { } b ? Range(call, a, b + 1, BigInteger.One) : null),
        ("random.Random.randrange", GetRange),
        ("random.Random.uniform", static call => Draw(call, ("a", null), ("b", null), static (random, a, b) => a + ((b - a) * random.NextDouble()))),
        ("random.Random.triangular", Triangular),
        ("random.Random.gauss", static call => Draw(call, ("mu", 0.0), ("sigma", 1.0), Gauss)),
        ("random.Random.normalvariate", static call => Draw(call, ("mu", 0.0), ("sigma", 1.0), Normal)),
        ("random.Random.lognormvariate", static call => Draw(call, ("mu", null), ("sigma", null), static (random, mu, sigma) => Math.Exp(Normal(random, mu, sigma)))),
        ("random.Random.expovariate", static call => Draw(call, ("lambd", null), ("", 0.0), static (random, rate, _) => -Math.Log(1.0 - random.NextDouble()) / rate)),
        ("random.Random.gammavariate", static call => Draw(call, ("alpha", null), ("beta", null), Gamma, IsShape)),
        ("random.Random.betavariate", static call => Draw(call, ("alpha", null), ("beta", null), Beta, IsShape)),
        ("random.Random.paretovariate", static call => Draw(call, ("alpha", null), ("", 0.0), static (random, alpha, _) => Math.Pow(1.0 - random.NextDouble(), -1.0 / alpha))),
        ("random.Random.weibullvariate", static call => Draw(call, ("alpha", null), ("beta", null), static (random, alpha, beta) => alpha * Math.Pow(-Math.Log(1.0 - random.NextDouble()), 1.0 / beta))),
    ];

    private static object? Draw(KnownCall call, (string Name, double? Standard) first, (string Name, double? Standard) second, Func<MersenneTwister, double, double, double> draw, Func<double, bool>? isValid = null) =>
        call.Self is MersenneTwister random && (call.FloatAt(0, first.Name) ?? first.Standard) is { } a && (call.FloatAt(1, second.Name) ?? second.Standard) is { } b
        && (isValid is null || (isValid(a) && isValid(b)))
            ? draw(random, a, b)
            : null;

    /// <summary>For other shapes the draws that are thrown away might not come to an end.</summary>
    private static bool IsShape(double value) => value is > 1e-6 and < 1e9;

    private static object? GetBits(KnownCall call) =>
        call.Self is MersenneTwister random && call.SmallAt(0, -1, "k") is >= 0 and <= KnownLimits.MostBits and var bits ? random.NextBits(bits) : null;

    private static object? GetBytes(KnownCall call)
    {
        if (call.Self is not MersenneTwister random || call.SmallAt(0, -1, "n") is not (>= 0 and <= KnownLimits.LongestText and var count))
        {
            return null;
        }

        var bytes = new byte[count];
        random.NextBits(count * 8).TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }

    private static object? GetRange(KnownCall call)
    {
        if (call.IntAt(0, "start") is not { } start)
        {
            return null;
        }

        var (stop, step) = (call.At(1, "stop"), call.At(2, "step"));
        if (stop is null or KnownNone)
        {
            return step is null ? Range(call, BigInteger.Zero, start, BigInteger.One) : null;
        }

        return KnownCall.ToInt(stop) is { } end && KnownCall.ToInt(step ?? BigInteger.One) is { IsZero: false } by ? Range(call, start, end, by) : null;
    }

    private static object? Range(KnownCall call, BigInteger start, BigInteger stop, BigInteger step)
    {
        var count = WholeNumber.FloorDivide(stop - start + step - step.Sign, step);
        return call.Self is not MersenneTwister random || WholeNumber.Bits(count) > KnownLimits.MostBits ? null
            : count.Sign <= 0 ? EmptyRange
            : start + (step * random.NextBelow(count));
    }

    private static object? Triangular(KnownCall call)
    {
        var (low, high) = (call.FloatAt(0, "low") ?? 0.0, call.FloatAt(1, "high") ?? 1.0);
        if (call.Self is not MersenneTwister random || call.At(2, "mode") is not (null or KnownNone or double or BigInteger))
        {
            return null;
        }

        var u = random.NextDouble();
        if (high == low)
        {
            return null;
        }

        var c = call.FloatAt(2, "mode") is { } mode ? (mode - low) / (high - low) : 0.5;
        if (u > c)
        {
            (u, c, low, high) = (1.0 - u, 1.0 - c, high, low);
        }

        return low + ((high - low) * Math.Sqrt(u * c));
    }

    private static double Gauss(MersenneTwister random, double mu, double sigma)
    {
        var z = random.NextGauss;
        random.NextGauss = null;
        if (z is null)
        {
            var angle = random.NextDouble() * Math.Tau;
            var radius = Math.Sqrt(-2.0 * Math.Log(1.0 - random.NextDouble()));
            z = Math.Cos(angle) * radius;
            random.NextGauss = Math.Sin(angle) * radius;
        }

        return mu + (z.Value * sigma);
    }

    private static double Normal(MersenneTwister random, double mu, double sigma)
    {
        while (true)
        {
            var u1 = random.NextDouble();
            var u2 = 1.0 - random.NextDouble();
            var z = NormalMagic * (u1 - 0.5) / u2;
            if (z * z / 4.0 <= -Math.Log(u2))
            {
                return mu + (z * sigma);
            }
        }
    }

    private static double Gamma(MersenneTwister random, double alpha, double beta) =>
        alpha > 1.0 ? LargeGamma(random, alpha, beta)
        : alpha == 1.0 ? -Math.Log(1.0 - random.NextDouble()) * beta
        : SmallGamma(random, alpha, beta);

    private static double LargeGamma(MersenneTwister random, double alpha, double beta)
    {
        var ainv = Math.Sqrt((2.0 * alpha) - 1.0);
        var bbb = alpha - LogOfFour;
        var ccc = alpha + ainv;
        while (true)
        {
            var u1 = random.NextDouble();
            if (u1 is not (> 1e-7 and < 0.9999999))
            {
                continue;
            }

            var u2 = 1.0 - random.NextDouble();
            var v = Math.Log(u1 / (1.0 - u1)) / ainv;
            var x = alpha * Math.Exp(v);
            var z = u1 * u1 * u2;
            var r = bbb + (ccc * v) - x;
            if (r + GammaMagic - (4.5 * z) >= 0.0 || r >= Math.Log(z))
            {
                return x * beta;
            }
        }
    }

    private static double SmallGamma(MersenneTwister random, double alpha, double beta)
    {
        while (true)
        {
            var u = random.NextDouble();
            var b = (Math.E + alpha) / Math.E;
            var p = b * u;
            var x = p <= 1.0 ? Math.Pow(p, 1.0 / alpha) : -Math.Log((b - p) / alpha);
            var u1 = random.NextDouble();
            if (p > 1.0 ? u1 <= Math.Pow(x, alpha - 1.0) : u1 <= Math.Exp(-x))
            {
                return x * beta;
            }
        }
    }

    private static double Beta(MersenneTwister random, double alpha, double beta)
    {
        var y = Gamma(random, alpha, 1.0);
        return y == 0 ? 0.0 : y / (y + Gamma(random, beta, 1.0));
    }
}
