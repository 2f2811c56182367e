namespace LeakLens.Engine.Known.Patterns;

/// <summary>The flags of <c>re</c>, by their numbers.</summary>
[Flags]
internal enum PatternFlags
{
    None = 0,
    IgnoreCase = 2,
    Multiline = 8,
    DotAll = 16,
    Unicode = 32,
    Verbose = 64,
    Ascii = 256,
}
