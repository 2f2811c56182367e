namespace LeakLens.Server.Lsp.Protocol;

/// <summary>What one step of a character offset is.</summary>
internal static class PositionEncodingKind
{
    public const string Utf8 = "utf-8";
    public const string Utf16 = "utf-16";
    public const string Utf32 = "utf-32";
}
