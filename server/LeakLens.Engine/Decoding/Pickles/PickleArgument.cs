namespace LeakLens.Engine.Decoding.Pickles;

/// <summary>How the argument of an opcode is written.</summary>
internal enum PickleArgument
{
    None,
    OneByte,
    TwoBytes,
    FourBytes,
    EightBytes,

    /// <summary>To the end of the line.</summary>
    Line,
    TwoLines,

    /// <summary>Behind its length, in so many bytes.</summary>
    CountedByOne,
    CountedByFour,
    CountedByEight,
}
