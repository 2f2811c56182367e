using System.Globalization;
using System.Numerics;

namespace LeakLens.Engine.Known;

/// <summary>A <c>uuid.UUID</c>.</summary>
/// <param name="Bits">All 128.</param>
internal sealed record KnownUuid(UInt128 Bits) : KnownObject
{
    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("uuid.UUID.hex", static call => (call.Self as KnownUuid)?.Hex),
        ("uuid.UUID.int", static call => call.Self is KnownUuid id ? (BigInteger)id.Bits : null),
        ("uuid.UUID.bytes", static call => call.Self is KnownUuid id ? Convert.FromHexString(id.Hex) : null),
        ("uuid.UUID.urn", static call => call.Self is KnownUuid id ? "urn:uuid:" + id.Str : null),
        ("uuid.UUID.__str__", static call => (call.Self as KnownUuid)?.Str),
    ];

    public override string Type => "uuid.UUID";

    public override bool IsKey => true;

    public string Hex => Bits.ToString("x32", CultureInfo.InvariantCulture);

    public override string Str => string.Join('-', Hex[..8], Hex[8..12], Hex[12..16], Hex[16..20], Hex[20..]);

    public override string Repr => $"UUID('{Str}')";

    public override int? CompareTo(object other) => other is KnownUuid id ? Bits.CompareTo(id.Bits) : null;

    /// <summary>Version 4 of RFC 9562: all bits are drawn but six.</summary>
    public static KnownUuid OfDrawn(UInt128 bits)
    {
        const int Version = 76;
        const int Variant = 62;
        var rest = bits & ~((UInt128)0xf << Version) & ~((UInt128)0x3 << Variant);
        return new KnownUuid(rest | ((UInt128)0x4 << Version) | ((UInt128)0x2 << Variant));
    }
}
