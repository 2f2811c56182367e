namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>The names under which <c>codecs</c> knows encodings that are a disguise rather than an alphabet.</summary>
internal static class CodecNames
{
    /// <summary>One name for all spellings; null for an ordinary encoding of text.</summary>
    public static string? Find(string name) => name.Replace('-', '_').Replace(' ', '_').ToLowerInvariant() switch
    {
        "rot13" or "rot_13" => "rot13",
        "base64" or "base_64" or "base64_codec" => "base64",
        "hex" or "hex_codec" => "hex",
        "zlib" or "zip" or "zlib_codec" => "zlib",
        "bz2" or "bz2_codec" => "bz2",
        "uu" or "uu_codec" => "uuencode",
        "quopri" or "quoted_printable" or "quopri_codec" => "quoted-printable",
        "unicode_escape" or "string_escape" => "unicode escapes",
        "raw_unicode_escape" => "unicode escapes",
        "utf_7" or "utf7" or "u7" => "utf-7",
        _ => null,
    };

    public static bool IsDisguise(string name) => Find(name) is not null;
}
