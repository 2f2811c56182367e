using LeakLens.Python.Text;

namespace LeakLens.Workspace.Toml;

/// <summary>A value of a TOML document, with the place where it is written.</summary>
public abstract class TomlValue
{
    protected TomlValue(TextSpan span)
    {
        Span = span;
    }

    /// <summary>The value as it is written; of a table with a header, the header; of one that only its children imply, the key.</summary>
    public TextSpan Span { get; internal set; }

    /// <summary>What it is, in words that fit into "expected a list, found ...".</summary>
    public abstract string Noun { get; }
}
