using LeakLens.Engine.Suppressions;
using LeakLens.Python.Text;

namespace LeakLens.Workspace.Suppressions;

/// <summary>A suppression with its place.</summary>
/// <param name="LineText">The line that it begins in, without its end.</param>
public sealed record ListedSuppression(string Path, string FullPath, TextPosition Position, SuppressionRequest Request, string LineText)
{
    /// <summary>Counts from 1.</summary>
    public int Line => Position.Line + 1;

    /// <summary>Counts from 1, in code points.</summary>
    public int Column => Position.Column + 1;
}
