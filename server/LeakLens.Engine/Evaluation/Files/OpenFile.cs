namespace LeakLens.Engine.Evaluation.Files;

/// <summary>A file that is open in the exact run.</summary>
internal sealed class OpenFile(FileContent content, OpenMode mode, string? newline)
{
    public FileContent Content { get; } = content;

    public OpenMode Mode { get; } = mode;

    /// <summary>As <c>open</c> takes it; null when every kind of line end is read as one.</summary>
    public string? Newline { get; } = newline;

    public int Position { get; set; } = mode.Appends ? content.Length : 0;

    public bool IsClosed { get; set; }
}
