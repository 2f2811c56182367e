using System.Buffers;
using System.Text.Unicode;
using LeakLens.Python.Text;

namespace LeakLens.Workspace.Toml;

/// <summary>A text in TOML 1.0.0 (https://toml.io/en/v1.0.0), read. Safe on any input: size and depth are bounded.</summary>
public sealed class TomlDocument
{
    /// <summary>No person writes a larger configuration.</summary>
    public const int MostBytes = 4 << 20;

    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private TomlDocument(SourceText text, TomlTable root)
    {
        Text = text;
        Root = root;
    }

    public SourceText Text { get; }

    public TomlTable Root { get; }

    /// <exception cref="TomlException">The text is not TOML, or too large.</exception>
    public static TomlDocument Parse(SourceText text)
    {
        if (text.Length > MostBytes)
        {
            throw TooLarge(text);
        }

        return new TomlDocument(text, new TomlParser(text).ParseDocument());
    }

    /// <summary>Reads the bytes of a file: UTF-8, with a byte order mark or without.</summary>
    /// <exception cref="TomlException">The bytes are not UTF-8 or not TOML, or too many.</exception>
    public static TomlDocument Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw TooLarge(SourceText.From(""));
        }

        return Parse(Decode(bytes.StartsWith(Mark) ? bytes[Mark.Length..] : bytes));
    }

    private static SourceText Decode(ReadOnlySpan<byte> bytes)
    {
        var units = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes, units, out var read, out var written, replaceInvalidSequences: false);
        var text = SourceText.From(new string(units, 0, written));
        return status == OperationStatus.Done
            ? text
            : throw new TomlException(text, new TextSpan(written, 0), $"the byte 0x{bytes[read]:X2} is not UTF-8, which TOML is written in");
    }

    private static TomlException TooLarge(SourceText text) => new(text, default, $"the file is larger than {MostBytes >> 20} MiB");
}
