namespace LeakLens.Server.Lsp.Configuration;

/// <summary>A folder that the editor has open, with what the user set for it.</summary>
/// <param name="Path">Full path; empty for the window as a whole, which documents outside of all folders belong to.</param>
/// <param name="Uri">As the client writes it; null for the window.</param>
internal sealed record WorkspaceRoot(string Path, string? Uri, EditorSettings Settings)
{
    public static readonly WorkspaceRoot Window = new("", Uri: null, EditorSettings.Default);

    public bool IsWindow => Uri is null;

    public bool Contains(string fullPath) =>
        !IsWindow && fullPath.StartsWith(Path, StringComparison.Ordinal)
        && (fullPath.Length == Path.Length || Path.EndsWith(System.IO.Path.DirectorySeparatorChar) || fullPath[Path.Length] == System.IO.Path.DirectorySeparatorChar);
}
