using System.Security.Cryptography;
using LeakLens.Engine.Decoding.Codecs;
using LeakLens.Engine.Decoding.Compression;
using Newtonsoft.Json.Linq;

namespace LeakLens.Engine.Tests.Decoding;

/// <summary>Decoders against what CPython's own encoders made of the same data (vectors.py).</summary>
public sealed class CodecTests
{
    private static readonly JArray Vectors = JArray.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "LeakLens.Engine.Tests", "Decoding", "vectors.json")));

    public static TheoryData<string, string> Names()
    {
        var names = new TheoryData<string, string>();
        foreach (var vector in Vectors)
        {
            names.Add((string)vector["codec"]!, (string)vector["data"]!);
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_CPython_encodes_is_decoded(string codec, string data)
    {
        var vector = Find(codec, data);
        var decoded = Decode(codec, Convert.FromBase64String((string)vector["encoded"]!)).ShouldNotBeNull();

        decoded.Length.ShouldBe((int)vector["length"]!);
        Convert.ToHexStringLower(SHA256.HashData(decoded)).ShouldBe((string?)vector["sha256"]);
    }

    /// <summary>Cut off, or with a byte turned: no exception, no endless work, no more than there is room for.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Damaged_data_end_in_bounds(string codec, string data)
    {
        var encoded = Convert.FromBase64String((string)Find(codec, data)["encoded"]!);
        var random = new Random(encoded.Length);
        for (var i = 0; i < 40; i++)
        {
            var damaged = encoded[..random.Next(encoded.Length + 1)];
            if (damaged.Length > 0)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            }

            (Decode(codec, damaged)?.Length ?? 0).ShouldBeLessThanOrEqualTo(LeakLens.Engine.Decoding.DecodingLimits.MostBytes + 1000);
        }
    }

    [Theory]
    [InlineData("Nyy", "All")]
    [InlineData("1 = 1", "1 = 1")]
    public void Letters_are_turned_by_half_the_alphabet(string text, string expected) => TextCodecs.Rot13(text).ShouldBe(expected);

    private static JToken Find(string codec, string data) => Vectors.Single(vector => (string)vector["codec"]! == codec && (string)vector["data"]! == data);

    private static byte[]? Decode(string codec, byte[] encoded) => codec switch
    {
        "base64" => encoded.Length == 0 ? [] : Base64Codec.Decode(encoded),
        "base85" => BaseCodecs.DecodeBase85(encoded),
        "ascii85" => BaseCodecs.DecodeAscii85(encoded),
        "base32" => BaseCodecs.DecodeBase32(encoded),
        "base16" => BaseCodecs.DecodeHex(encoded),
        "zlib" => Inflater.Zlib(encoded),
        "gzip" => Inflater.Gzip(encoded),
        "bz2" or "bz2-small" => BZip2.Decode(encoded),
        "xz" or "xz-crc32" or "lzma" or "lzma-other" => Xz.Decode(encoded),
        "uuencode" => TextCodecs.UuDecode(encoded),
        _ => TextCodecs.QuotedPrintable(encoded),
    };
}
