using LeakLens.Python.Text;

namespace LeakLens.Deployment.Yaml;

/// <summary>A single value. Whether it is a number or a text is for the one who reads it: Kubernetes takes <c>512</c> and <c>"512"</c> alike.</summary>
public sealed class YamlScalar(TextSpan span, string value, bool isPlain) : YamlNode(span)
{
    public string Value { get; } = value;

    /// <summary>Written without quotes and on one line.</summary>
    public bool IsPlain { get; } = isPlain;

    /// <summary>Nothing was written, or what stands for nothing.</summary>
    public bool IsNull => IsPlain && Value is "" or "null" or "~";

    /// <summary>A part of it comes from somewhere else: a template, a variable.</summary>
    public bool IsFilledIn => Value.Contains(TemplateMask.Mark) || Value.Contains("${", StringComparison.Ordinal) || (Value.Length > 1 && Value[0] == '$' && char.IsLetter(Value[1]));
}
