using LeakLens.Python.Text;

namespace LeakLens.Workspace.Toml;

/// <summary>A list of values, or the tables that stand under one header in double brackets.</summary>
public sealed class TomlArray : TomlValue
{
    private readonly List<TomlValue> _items = [];

    internal TomlArray(TextSpan span, bool isOfTables)
        : base(span)
    {
        IsOfTables = isOfTables;
    }

    public IReadOnlyList<TomlValue> Items => _items;

    /// <summary>Written as <c>[[name]]</c>, so that the next such header adds to it.</summary>
    public bool IsOfTables { get; }

    public override string Noun => IsOfTables ? "a list of tables" : "a list";

    internal void Add(TomlValue value) => _items.Add(value);
}
