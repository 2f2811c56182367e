namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>An outermost function with all that is defined in it, or the code of a module outside of its functions.</summary>
/// <param name="name">The name that whoever runs it mentions; null for a lambda and for the module.</param>
internal sealed class MentionUnit(string? name)
{
    public string? Name { get; } = name;

    /// <summary>Every name and attribute in it.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Names whose object it may change.</summary>
    public HashSet<string> Changes { get; } = new(StringComparer.Ordinal);

    public bool IsReached { get; set; }
}
