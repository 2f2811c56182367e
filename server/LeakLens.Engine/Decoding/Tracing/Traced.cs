using System.Numerics;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>
/// A value as far as it is known, with where it comes from. Data are <see cref="string"/>, <c>byte[]</c>, <see cref="BigInteger"/>,
/// <see cref="bool"/>, <see cref="double"/> and <see cref="Known.KnownNone"/>; all else is of the types in <c>Values</c>; null is not known.
/// </summary>
internal readonly record struct Traced(object? Value, Provenance From = Provenance.None, Layer? Layers = null)
{
    public static readonly Traced Unknown = new(null);

    public bool IsText => Value is string or byte[];

    public Traced With(Provenance more) => this with { From = From | more };

    /// <summary>Another value that came of this one.</summary>
    public Traced Become(object? value) => this with { Value = value };

    /// <summary>What a decoder made of this.</summary>
    public Traced Decode(string layer, object? result) => new(result, (From & ~Provenance.Pieces) | Provenance.Decoded, Layer.Add(Layers, layer, result));

    /// <summary>A text that is put together; pieces that were hidden make it a layer of its own.</summary>
    public Traced Assemble() => !IsText || (From & Provenance.Pieces) == Provenance.None ? this
        : Decode((From & Provenance.Mixed) != Provenance.None ? "exclusive or" : "character codes", Value);

    /// <summary>Of two that a value may be, the one that says more about hidden code.</summary>
    public static Traced Prefer(Traced first, Traced second) => Weight(first) > Weight(second) ? first : second;

    private static int Weight(Traced one) => ((one.From & Provenance.Decoded) != Provenance.None ? 8 : 0) + ((one.From & (Provenance.File | Provenance.Request | Provenance.Outside)) != Provenance.None ? 4 : 0)
        + one.Value switch { null => 0, Known.KnownNone => 1, string or byte[] => 3, _ => 2 };
}
