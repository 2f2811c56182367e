namespace LeakLens.Engine.Decoding.Tracing.Values;

/// <summary>An open file, or a stream over bytes or a text.</summary>
/// <param name="Content">What it has to read: bytes or a text; its value is null when that is not known.</param>
internal sealed record FileValue(Traced Content, bool IsBinary)
{
    /// <summary>What was written to it.</summary>
    public Traced? Written { get; set; }

    public bool IsAtEnd { get; set; }
}
