namespace LeakLens.Engine.Sizes;

/// <summary>How CPython stores a str: by its widest character (PEP 393). The value is bytes a character; Latin1 shares 1 with Ascii but has the larger header.</summary>
public enum StringKind : byte
{
    Ascii,
    Latin1,
    Ucs2,
    Ucs4,
}
