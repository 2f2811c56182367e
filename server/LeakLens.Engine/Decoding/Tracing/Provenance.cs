namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>What is known of where a value comes from, whether the value itself is known or not.</summary>
[Flags]
internal enum Provenance
{
    None = 0,

    /// <summary>A decoder gave it back.</summary>
    Decoded = 1,

    /// <summary>It was read from a file.</summary>
    File = 2,

    /// <summary>It came over the network, from the environment, or from whoever sits at the keyboard.</summary>
    Outside = 4,

    /// <summary>It is part of a request.</summary>
    Request = 8,

    /// <summary>A number, or what holds numbers, that an exclusive or gave: what is put together of such is a layer of its own.</summary>
    Mixed = 16,

    /// <summary>A character that was made from its number.</summary>
    Codes = 32,

    /// <summary>What a layer is made of when the pieces are put together.</summary>
    Pieces = Mixed | Codes,

    /// <summary>A name that was put together, or looked up in a disguise.</summary>
    Disguised = 64,
}
