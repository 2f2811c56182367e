using System.Numerics;

namespace LeakLens.Engine.Known;

/// <summary>Numbers that modules hold.</summary>
internal static class KnownConstants
{
    public static object? Find(string module, string name) => (module, name) switch
    {
        ("math", "pi") => Math.PI,
        ("math", "e") => Math.E,
        ("math", "tau") => Math.Tau,
        ("math", "inf") => double.PositiveInfinity,
        ("math", "nan") => double.NaN,
        ("sys", "maxsize") => new BigInteger(long.MaxValue),
        ("sys", "maxunicode") => new BigInteger(0x10FFFF),
        _ => null,
    };
}
