namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>How a statement ends.</summary>
internal enum Flow
{
    Next,
    Break,
    Continue,
    Return,
    Raise,
}
