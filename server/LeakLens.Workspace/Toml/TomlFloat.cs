using LeakLens.Python.Text;

namespace LeakLens.Workspace.Toml;

/// <summary>A number with a fraction or an exponent; infinity and not-a-number are such numbers too.</summary>
public sealed class TomlFloat(TextSpan span, double value) : TomlValue(span)
{
    public double Value { get; } = value;

    public override string Noun => "a number with a fraction";
}
