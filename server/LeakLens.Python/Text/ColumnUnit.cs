namespace LeakLens.Python.Text;

/// <summary>What one step of a column is: LSP's three position encodings; Utf32 is also Python's and the reports' code point.</summary>
public enum ColumnUnit
{
    Utf16,
    Utf8,
    Utf32,
}
