using System.Collections.Immutable;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Yaml;

/// <summary>What reading a YAML text gives: the roots of its documents, the comments beside them, and what could not be read.</summary>
/// <param name="Includes">Where a template puts in text that nobody can know from here.</param>
public sealed record YamlFile(SourceText Text, ImmutableArray<YamlNode> Documents, ImmutableArray<TextSpan> Comments, ImmutableArray<SyntaxError> Errors, ImmutableArray<int> Includes)
{
    /// <summary>Whether a template adds something between two places.</summary>
    public bool HasIncludeIn(TextSpan span)
    {
        var at = Includes.BinarySearch(span.Start);
        at = at < 0 ? ~at : at;
        return at < Includes.Length && Includes[at] < span.End;
    }
}
