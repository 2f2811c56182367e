namespace LeakLens.Python.Lexing;

/// <summary>What ends a literal piece of an f-string.</summary>
internal enum PieceEnd : byte
{
    /// <summary>An opening brace: a replacement field follows.</summary>
    Field,

    /// <summary>The closing quotes.</summary>
    Quotes,

    /// <summary>The closing brace of the field whose format specification is read.</summary>
    Brace,

    /// <summary>The line or the text ended first.</summary>
    Unterminated,
}
