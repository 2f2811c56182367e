using LeakLens.Python.Text;

namespace LeakLens.Workspace.Toml;

/// <summary>True or false.</summary>
public sealed class TomlBoolean(TextSpan span, bool value) : TomlValue(span)
{
    public bool Value { get; } = value;

    public override string Noun => Value ? "true" : "false";
}
