using LeakLens.Python.Text;

namespace LeakLens.Deployment.Yaml;

/// <summary>Keys with values, in the order of the text. Keys that are no scalars are left out.</summary>
public sealed class YamlMapping(TextSpan span, IReadOnlyList<YamlEntry> entries, bool isFlow) : YamlNode(span)
{
    /// <summary>Merges of merges of merges: nobody writes more.</summary>
    private const int DeepestMerge = 8;

    private const string Merge = "<<";

    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    /// <summary>Written in braces.</summary>
    public bool IsFlow { get; } = isFlow;

    /// <summary>The entry of a key, its own or one that is merged in; null for none. Of two with one key the last one counts.</summary>
    public YamlEntry? FindEntry(string key) => FindEntry(key, DeepestMerge);

    public YamlNode? Find(string key) => FindEntry(key)?.Value;

    /// <summary>Follows keys downwards.</summary>
    public YamlNode? Find(params ReadOnlySpan<string> path)
    {
        YamlNode? node = this;
        foreach (var key in path)
        {
            node = (node as YamlMapping)?.Find(key);
        }

        return node;
    }

    public YamlMapping? Mapping(params ReadOnlySpan<string> path) => Find(path) as YamlMapping;

    public YamlScalar? Scalar(params ReadOnlySpan<string> path) => Find(path) as YamlScalar;

    /// <summary>The text at the end of a path; null where there is none.</summary>
    public string? Text(params ReadOnlySpan<string> path) => Find(path) is YamlScalar { IsNull: false } scalar ? scalar.Value : null;

    /// <summary>The items of a list; none where there is no list.</summary>
    public IReadOnlyList<YamlNode> Items(params ReadOnlySpan<string> path) => Find(path) is YamlSequence sequence ? sequence.Items : [];

    private YamlEntry? FindEntry(string key, int depth)
    {
        YamlMapping? merged = null;
        for (var i = Entries.Count - 1; i >= 0; i--)
        {
            var entry = Entries[i];
            if (string.Equals(entry.Key.Value, key, StringComparison.Ordinal))
            {
                return entry;
            }

            merged ??= entry.Key.Value is Merge ? entry.Value as YamlMapping ?? (entry.Value as YamlSequence)?.Items.OfType<YamlMapping>().FirstOrDefault() : null;
        }

        return merged is not null && depth > 0 ? merged.FindEntry(key, depth - 1) : null;
    }
}
