using LeakLens.Python.Text;

namespace LeakLens.Deployment.Yaml;

/// <summary>A node of a YAML document. Aliases are the node that they stand for, shared and never copied: what refers to it a million times is one.</summary>
public abstract class YamlNode(TextSpan span)
{
    /// <summary>From its first letter to behind its last. Of what is left out (<c>key:</c>) empty.</summary>
    public TextSpan Span { get; } = span;
}
