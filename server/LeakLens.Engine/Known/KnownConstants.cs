using System.Numerics;
using LeakLens.Engine.Known.Patterns;

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
        ("decimal", ['R', 'O', 'U', 'N', 'D', '_', ..]) => name,
        ("sys", "maxsize") => new BigInteger(long.MaxValue),
        ("sys", "maxunicode") => new BigInteger(0x10FFFF),
        ("re", "I" or "IGNORECASE") => new BigInteger((int)PatternFlags.IgnoreCase),
        ("re", "M" or "MULTILINE") => new BigInteger((int)PatternFlags.Multiline),
        ("re", "S" or "DOTALL") => new BigInteger((int)PatternFlags.DotAll),
        ("re", "X" or "VERBOSE") => new BigInteger((int)PatternFlags.Verbose),
        ("re", "A" or "ASCII") => new BigInteger((int)PatternFlags.Ascii),
        ("re", "U" or "UNICODE") => new BigInteger((int)PatternFlags.Unicode),
        ("io" or "os", "SEEK_SET") => BigInteger.Zero,
        ("io" or "os", "SEEK_CUR") => BigInteger.One,
        ("io" or "os", "SEEK_END") => new BigInteger(2),
        ("io", "DEFAULT_BUFFER_SIZE") => new BigInteger(8192),
        _ => null,
    };
}
