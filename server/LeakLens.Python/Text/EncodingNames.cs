using System.Globalization;
using System.Text;

namespace LeakLens.Python.Text;

/// <summary>Python's names of encodings, and .NET's encodings for them, strict.</summary>
internal static class EncodingNames
{
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What CPython lets a file with a byte order mark declare; <c>utf8</c> is not among it.</summary>
    public static bool IsUtf8ByItsFullName(string name)
    {
        var plain = name.ToLowerInvariant().Replace('_', '-');
        return plain is "utf-8" || plain.StartsWith("utf-8-", StringComparison.Ordinal);
    }

    /// <summary>Lower case, hyphens, and the one name that Python's aliases share.</summary>
    public static string Normalize(string name)
    {
        var plain = name.ToLowerInvariant().Replace('_', '-');
        if (plain is "utf8" or "u8" or "utf" or "utf8-ucs2" or "utf8-ucs4" or "cp65001" || plain.StartsWith("utf-8-", StringComparison.Ordinal))
        {
            return "utf-8";
        }

        if (plain is "latin1" or "latin-1" or "latin" or "l1" or "iso8859-1" or "iso8859" or "8859" or "cp819" || plain.StartsWith("latin-1-", StringComparison.Ordinal) || plain.StartsWith("iso-8859-1-", StringComparison.Ordinal) || plain.StartsWith("iso-latin-1", StringComparison.Ordinal))
        {
            return "iso-8859-1";
        }

        return plain is "ascii" or "us-ascii" or "646" ? "us-ascii" : plain;
    }

    public static Encoding? Find(string name)
    {
        var plain = Normalize(name);
        return plain switch
        {
            "utf-8" => Utf8,
            "iso-8859-1" => Encoding.Latin1,
            "mac-roman" or "macroman" => FindCodePage("macintosh"),
            "us-ascii" => Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
            _ => FindCodePage(plain),
        };
    }

    private static Encoding? FindCodePage(string plain)
    {
        if (plain.StartsWith("iso8859-", StringComparison.Ordinal))
        {
            plain = "iso-8859-" + plain["iso8859-".Length..];
        }

        try
        {
            return GetCodePage(plain) is { } number
                ? CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                : CodePagesEncodingProvider.Instance.GetEncoding(plain, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary><c>cp1252</c> and <c>windows-1252</c> name the page by its number.</summary>
    private static int? GetCodePage(string plain)
    {
        var digits = plain.StartsWith("cp", StringComparison.Ordinal) ? plain[2..] : plain.StartsWith("windows-", StringComparison.Ordinal) ? plain[8..] : string.Empty;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
