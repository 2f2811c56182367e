namespace LeakLens.Python.Lexing;

/// <summary>What the prefix and the first look at a string literal say.</summary>
[Flags]
internal enum StringFlags : byte
{
    None = 0,
    Raw = 1,
    Bytes = 2,
    Unicode = 4,
    Format = 8,
    Template = 16,
    Triple = 32,
    HasEscape = 64,
    NotAscii = 128,
}
