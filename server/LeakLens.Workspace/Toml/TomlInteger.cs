using LeakLens.Python.Text;

namespace LeakLens.Workspace.Toml;

/// <summary>A whole number of 64 bits.</summary>
public sealed class TomlInteger(TextSpan span, long value) : TomlValue(span)
{
    public long Value { get; } = value;

    public override string Noun => "a whole number";
}
