using System.Text;

namespace LeakLens.Engine.Known;

/// <summary><c>urllib.parse</c> on known texts (Lib/urllib/parse.py).</summary>
internal static class UrlText
{
    public static readonly (string Name, KnownFunction Function)[] Functions =
    [
        ("urllib.parse.urlsplit", static call => call.Count == 1 && call.TextAt(0, "url") is { } url ? Split(url, withParameters: false) : null),
        ("urllib.parse.urlparse", static call => call.Count == 1 && call.TextAt(0, "url") is { } url ? Split(url, withParameters: true) : null),
        ("urllib.parse.SplitResult.geturl", static call => (call.Self as KnownUrl)?.Whole),
        ("urllib.parse.ParseResult.geturl", static call => (call.Self as KnownUrl)?.Whole),
        ("urllib.parse.SplitResult.__getitem__", ItemOf),
        ("urllib.parse.ParseResult.__getitem__", ItemOf),
        ("urllib.parse.SplitResult.hostname", static call => (call.Self as KnownUrl)?.Host),
        ("urllib.parse.ParseResult.hostname", static call => (call.Self as KnownUrl)?.Host),
        ("urllib.parse.SplitResult.port", static call => (call.Self as KnownUrl)?.Port),
        ("urllib.parse.ParseResult.port", static call => (call.Self as KnownUrl)?.Port),
        ("urllib.parse.quote", static call => call.Count <= 2 && call.TextAt(0, "string") is { } text && (call.At(1, "safe") ?? "/") is string safe ? Quote(text, safe, plus: false) : null),
        ("urllib.parse.quote_plus", static call => call.Count <= 2 && call.TextAt(0, "string") is { } text && (call.At(1, "safe") ?? string.Empty) is string safe ? Quote(text, safe, plus: true) : null),
        ("urllib.parse.unquote", static call => call.Count == 1 && call.TextAt(0, "string") is { } text ? Unquote(text) : null),
        ("urllib.parse.unquote_plus", static call => call.Count == 1 && call.TextAt(0, "string") is { } text ? Unquote(text.Replace('+', ' ')) : null),
        ("urllib.parse.urlencode", Encode),
        ("urllib.parse.parse_qsl", static call => PairsOf(call) is { } pairs ? new KnownSequence(isTuple: false, [.. pairs.Select(static pair => KnownSequence.Tuple(pair.Name, pair.Value))], room: 0) : null),
        ("urllib.parse.parse_qs", ParseToDict),
    ];

    private static object? ItemOf(KnownCall call) =>
        call.Self is KnownUrl { Holds: var parts } && KnownCall.ToSmall(call.At(0)) is { } at && at >= -parts.Count && at < parts.Count ? parts[at < 0 ? at + parts.Count : at].Value : null;

    private static KnownUrl? Split(string url, bool withParameters)
    {
        url = url.TrimStart(Ignored);
        if (url.AsSpan().IndexOfAny('\t', '\r', '\n') >= 0 || url.Contains('['))
        {
            return null;
        }

        var (scheme, location, query, fragment) = (string.Empty, string.Empty, string.Empty, string.Empty);
        var colon = url.IndexOf(':');
        if (colon > 0 && char.IsAsciiLetter(url[0]) && url.AsSpan(0, colon).IndexOfAnyExcept(SchemeLetters) < 0)
        {
            scheme = url[..colon].ToLowerInvariant();
            url = url[(colon + 1)..];
        }

        if (url.StartsWith("//", StringComparison.Ordinal))
        {
            var end = url.AsSpan(2).IndexOfAny('/', '?', '#');
            location = end < 0 ? url[2..] : url.Substring(2, end);
            url = end < 0 ? string.Empty : url[(2 + end)..];
        }

        if (url.IndexOf('#') is >= 0 and var hash)
        {
            (url, fragment) = (url[..hash], url[(hash + 1)..]);
        }

        if (url.IndexOf('?') is >= 0 and var mark)
        {
            (url, query) = (url[..mark], url[(mark + 1)..]);
        }

        string? parameters = null;
        if (withParameters)
        {
            var semicolon = url.IndexOf(';', url.LastIndexOf('/') + 1);
            (url, parameters) = semicolon < 0 ? (url, string.Empty) : (url[..semicolon], url[(semicolon + 1)..]);
        }

        return new KnownUrl(scheme, location, url, parameters, query, fragment);
    }

    /// <summary>What may stand before an address: control characters and blanks.</summary>
    private static readonly char[] Ignored = [.. Enumerable.Range(0, 33).Select(static code => (char)code)];

    private static readonly System.Buffers.SearchValues<char> SchemeLetters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    private static string? Quote(string text, string safe, bool plus)
    {
        if (text.Length > KnownLimits.LongestText || text.Any(char.IsSurrogate))
        {
            return null;
        }

        var into = new StringBuilder(text.Length);
        foreach (var one in Encoding.UTF8.GetBytes(text))
        {
            var letter = (char)one;
            if (char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-' or '~' || (one < 128 && safe.Contains(letter, StringComparison.Ordinal)))
            {
                into.Append(letter);
            }
            else if (plus && letter == ' ')
            {
                into.Append('+');
            }
            else
            {
                into.Append('%').Append(one.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return into.ToString();
    }

    private static string Unquote(string text)
    {
        if (!text.Contains('%'))
        {
            return text;
        }

        var into = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '%' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]))
            {
                bytes.Add(Convert.ToByte(text.Substring(at + 1, 2), 16));
                at += 2;
                continue;
            }

            into.Append(Encoding.UTF8.GetString(bytes.ToArray())).Append(text[at]);
            bytes.Clear();
        }

        return into.Append(Encoding.UTF8.GetString(bytes.ToArray())).ToString();
    }

    private static string? Encode(KnownCall call)
    {
        var pairs = call.At(0, "query") switch
        {
            KnownDict dict => dict.Entries,
            KnownSequence sequence when sequence.Items.All(static item => item is KnownSequence { Items.Count: 2 }) => [.. sequence.Items.Cast<KnownSequence>().Select(static item => (item.Items[0], item.Items[1]))],
            _ => null,
        };
        var each = call.At(1, "doseq") is true;
        if (pairs is null || call.Count > (each ? 2 : 1))
        {
            return null;
        }

        var parts = new List<string>();
        foreach (var (key, value) in pairs)
        {
            foreach (var one in each && value is KnownSequence several ? several.Items : [value])
            {
                if (key is byte[] || one is byte[] || Representation.Str(key) is not { } name || Representation.Str(one) is not { } text || Quote(name, string.Empty, plus: true) is not { } left || Quote(text, string.Empty, plus: true) is not { } right)
                {
                    return null;
                }

                parts.Add(left + "=" + right);
            }
        }

        return string.Join('&', parts);
    }

    private static List<(string Name, string Value)>? PairsOf(KnownCall call)
    {
        var keepsBlank = call.At(1, "keep_blank_values") is true;
        if (call.TextAt(0, "qs") is not { } text || call.Count > (keepsBlank ? 2 : 1))
        {
            return null;
        }

        var pairs = new List<(string, string)>();
        foreach (var part in text.Split('&'))
        {
            var equals = part.IndexOf('=');
            if (part.Length > 0 && (keepsBlank || (equals >= 0 && equals < part.Length - 1)))
            {
                pairs.Add((Unquote((equals < 0 ? part : part[..equals]).Replace('+', ' ')), equals < 0 ? string.Empty : Unquote(part[(equals + 1)..].Replace('+', ' '))));
            }
        }

        return pairs;
    }

    private static KnownDict? ParseToDict(KnownCall call) => PairsOf(call) is not { } pairs ? null
        : new KnownDict([.. pairs.GroupBy(static pair => pair.Name, StringComparer.Ordinal).Select(static group => ((object)group.Key, (object)new KnownSequence(isTuple: false, [.. group.Select(static pair => (object)pair.Value)])))], HasNewKeys: true);
}
