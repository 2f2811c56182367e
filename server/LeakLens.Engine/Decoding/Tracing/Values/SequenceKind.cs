namespace LeakLens.Engine.Decoding.Tracing.Values;

/// <summary>What a sequence is.</summary>
internal enum SequenceKind
{
    List,
    Tuple,
    Set,

    /// <summary>A <c>bytearray</c>.</summary>
    Buffer,

    /// <summary>An iterator over all of it.</summary>
    Iterator,

    /// <summary>An iterator that starts again when it comes to its end.</summary>
    Cycle,
}
