using System.Diagnostics.CodeAnalysis;
using LeakLens.Python.Text;

namespace LeakLens.Workspace.Toml;

/// <summary>Keys with their values, in the order of the document.</summary>
public sealed class TomlTable : TomlValue
{
    private readonly List<TomlEntry> _entries = [];
    private readonly Dictionary<string, TomlEntry> _byName = new(StringComparer.Ordinal);

    internal TomlTable(TextSpan span, TomlTableOrigin origin, int section)
        : base(span)
    {
        Origin = origin;
        Section = section;
    }

    public IReadOnlyList<TomlEntry> Entries => _entries;

    public override string Noun => "a table";

    internal TomlTableOrigin Origin { get; set; }

    /// <summary>The header or pair of braces whose keys made it, by number.</summary>
    internal int Section { get; set; }

    public bool TryGet(string name, [NotNullWhen(true)] out TomlEntry? entry) => _byName.TryGetValue(name, out entry);

    internal void Add(TomlEntry entry)
    {
        _byName.Add(entry.Name, entry);
        _entries.Add(entry);
    }
}
