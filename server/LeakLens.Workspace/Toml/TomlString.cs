using LeakLens.Python.Text;

namespace LeakLens.Workspace.Toml;

/// <summary>A text. Line ends inside are those of a single line feed, however the file writes them.</summary>
public sealed class TomlString(TextSpan span, string value) : TomlValue(span)
{
    public string Value { get; } = value;

    public override string Noun => "a text";
}
