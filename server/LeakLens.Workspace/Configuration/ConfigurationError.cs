namespace LeakLens.Workspace.Configuration;

/// <summary>Something wrong in a configuration file.</summary>
/// <param name="File">Full path.</param>
/// <param name="Line">1-based; 0 for the file as a whole.</param>
/// <param name="Column">1-based, in code points.</param>
/// <param name="Message">One sentence without its full stop.</param>
public sealed record ConfigurationError(string File, int Line, int Column, string Message)
{
    /// <summary>The file can be used all the same.</summary>
    public bool IsNote { get; init; }
}
