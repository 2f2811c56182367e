using LeakLens.Python.Text;

namespace LeakLens.Workspace.Toml;

/// <summary>A key with its value.</summary>
/// <param name="KeySpan">This part of the key, where it stands first: in <c>a.b = 1</c> the a for the table, the b for the number.</param>
public sealed record TomlEntry(string Name, TextSpan KeySpan, TomlValue Value);
