using LeakLens.Python.Text;

namespace LeakLens.Workspace.Toml;

/// <summary>A text that is not TOML. The message is one sentence without its full stop, for whoever wrote the text.</summary>
public sealed class TomlException : Exception
{
    public TomlException(SourceText text, TextSpan span, string message)
        : base(message)
    {
        Span = span;
        var position = text.GetPosition(span.Start, ColumnUnit.Utf32);
        Line = position.Line + 1;
        Column = position.Column + 1;
    }

    public TextSpan Span { get; }

    /// <summary>1-based.</summary>
    public int Line { get; }

    /// <summary>1-based, in code points.</summary>
    public int Column { get; }
}
