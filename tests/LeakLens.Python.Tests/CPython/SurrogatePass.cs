using System.Text;

namespace LeakLens.Python.Tests.CPython;

/// <summary>UTF-8 that lets lone surrogates pass, as Python's error handler of that name.</summary>
internal static class SurrogatePass
{
    public static byte[] GetBytes(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return Encoding.UTF8.GetBytes(text);
        }

        var bytes = new List<byte>(text.Length * 2);
        foreach (var (text16, isPair) in Units(text))
        {
            if (isPair || !char.IsSurrogate(text16[0]))
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text16));
                continue;
            }

            int code = text16[0];
            bytes.AddRange([(byte)(0xE0 | (code >> 12)), (byte)(0x80 | ((code >> 6) & 63)), (byte)(0x80 | (code & 63))]);
        }

        return [.. bytes];
    }

    private static IEnumerable<(string Text, bool IsPair)> Units(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            yield return (text.Substring(i, isPair ? 2 : 1), isPair);
            i += isPair ? 1 : 0;
        }
    }
}
