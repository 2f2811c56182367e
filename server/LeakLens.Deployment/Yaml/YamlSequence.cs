using LeakLens.Python.Text;

namespace LeakLens.Deployment.Yaml;

/// <summary>A list.</summary>
public sealed class YamlSequence(TextSpan span, IReadOnlyList<YamlNode> items, bool isFlow) : YamlNode(span)
{
    public IReadOnlyList<YamlNode> Items { get; } = items;

    /// <summary>Written in brackets.</summary>
    public bool IsFlow { get; } = isFlow;
}
