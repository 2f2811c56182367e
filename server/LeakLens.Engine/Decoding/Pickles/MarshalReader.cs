using System.Text;

namespace LeakLens.Engine.Decoding.Pickles;

/// <summary>Recognises compiled code as <c>marshal</c> writes it, and lists the short texts in it: its names and constants. Nothing is loaded.</summary>
public static class MarshalReader
{
    private const byte Code = 0xe3;
    private const int MostNames = 12;
    private const int LongestName = 40;

    /// <summary>The names in it, in words; null for what is no code.</summary>
    public static string? Read(byte[] data)
    {
        if (data.Length < 32 || data[0] != Code)
        {
            return null;
        }

        // 'z' and 'Z' are short ASCII texts, with the flag of a reference 0xfa and 0xda: one byte of length, then as many characters.
        var names = new List<string>();
        for (var at = 17; at + 2 < data.Length && names.Count < MostNames; at++)
        {
            var length = data[at + 1];
            if (data[at] is not ((byte)'z' or (byte)'Z' or 0xfa or 0xda) || length is 0 or > LongestName || at + 2 + length > data.Length)
            {
                continue;
            }

            var text = data.AsSpan(at + 2, length);
            if (text.IndexOfAnyExceptInRange((byte)32, (byte)126) < 0)
            {
                names.Add(Encoding.ASCII.GetString(text));
                at += length + 1;
            }
        }

        return names.Count > 0 ? string.Join(", ", names) : null;
    }
}
