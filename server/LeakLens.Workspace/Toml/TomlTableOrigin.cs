namespace LeakLens.Workspace.Toml;

/// <summary>How a table came to be, which decides what may still add to it.</summary>
internal enum TomlTableOrigin
{
    /// <summary>A header further down implies it: <c>a</c> in <c>[a.b]</c>. Its own header may follow.</summary>
    Implied,

    /// <summary>Its header was there; a second one is an error.</summary>
    Header,

    /// <summary>A dotted key made it. More dotted keys of the same section may add to it.</summary>
    Dotted,

    /// <summary>Written in braces: complete, for good.</summary>
    Inline,
}
