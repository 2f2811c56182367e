using System.Text;
using LeakLens.Engine.Decoding.Codecs;
using LeakLens.Engine.Decoding.Compression;
using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Engine.Known;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>Decoders and decompressors of the standard library.</summary>
internal sealed partial class PayloadTracer
{
    private Traced? DecodeLibrary(string name, CallInput input)
    {
        switch (name)
        {
            case "codecs.decode" when input.Count > 0:
                return input.TryAt(1, "encoding", out var codec) && codec.Value is string encoding
                    ? CodecNames.IsDisguise(encoding) ? ApplyCodec(encoding, input.At(0)) : Transcode(input.At(0), "decode", new CallInput([codec], []))
                    : new Traced(null, input.From);
            case "codecs.encode" when input.At(1).Value is string alphabet:
                return CodecNames.Find(alphabet) is "rot13" ? ApplyCodec(alphabet, input.At(0)) : null;
            case "codecs.getdecoder" when input.At(0).Value is string wanted && CodecNames.IsDisguise(wanted):
                return new Traced(new UnpackerValue(wanted));
            case "base64.b64decode" when input.TryAt(1, "altchars", out var digits) && digits.Value is byte[] { Length: 2 } others && Bytes(input.At(0)) is { } text && MayMake(text.Length):
                return input.At(0).Decode("base64", Base64Codec.Decode(Array.ConvertAll(text, one => one == others[0] ? (byte)'+' : one == others[1] ? (byte)'/' : one)));
            case "zlib.decompress" or "zlib.decompressobj().decompress":
                var bits = name is "zlib.decompress" && input.TryAt(1, "wbits", out var given) ? KnownCall.ToSmall(given.Value) : 15;
                return Unpack("zlib", input.At(0), data => Inflater.Zlib(data, bits ?? 15));
            case "base64.a85decode":
                var isAdobe = input.TryAt(-1, "adobe", out var adobe) && Truth(adobe) == true;
                return Unpack("ascii85", input.At(0), data => BaseCodecs.DecodeAscii85(data, isAdobe));
            case "zlib.decompressobj" or "bz2.BZ2Decompressor" or "lzma.LZMADecompressor":
                return Library(name + "()");
            case "marshal.loads" or "marshal.load":
                var marshalled = input.At(0).Value is FileValue file ? file.Content : input.At(0);
                return new Traced(new CodeValue(marshalled.Decode("marshal", null)), marshalled.From | Provenance.Decoded, marshalled.Layers);
            case "binascii.a2b_qp" or "quopri.decodestring":
                return Unpack("quoted-printable", input.At(0), static data => TextCodecs.QuotedPrintable(data));
            case "urllib.parse.unquote" or "urllib.parse.unquote_plus":
                return input.At(0) is { Value: string quoted } && MayMake(quoted.Length * 2L) ? input.At(0).Decode("percent-encoding", Uri.UnescapeDataString(quoted)) : null;
            default:
                return Simple(name) is { } simple ? Unpack(simple.Layer, input.At(0), simple.Decode) : null;
        }
    }

    private static (string Layer, Func<byte[], byte[]?> Decode)? Simple(string name) => name switch
    {
        "base64.b64decode" or "base64.standard_b64decode" or "base64.decodebytes" or "base64.decodestring" or "binascii.a2b_base64" => ("base64", static data => Base64Codec.Decode(data)),
        "base64.urlsafe_b64decode" => ("base64", static data => Base64Codec.Decode(data, isUrlSafe: true)),
        "base64.b32decode" => ("base32", static data => BaseCodecs.DecodeBase32(data, foldsCase: true)),
        "base64.b32hexdecode" => ("base32", static data => BaseCodecs.DecodeBase32(data, isHex: true, foldsCase: true)),
        "base64.b16decode" => ("base16", static data => BaseCodecs.DecodeHex(data)),
        "binascii.unhexlify" or "binascii.a2b_hex" or "builtins.bytes.fromhex" or "builtins.bytearray.fromhex" => ("hex", static data => BaseCodecs.DecodeHex(Array.FindAll(data, static one => one is not ((byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r')))),
        "base64.b85decode" => ("base85", static data => BaseCodecs.DecodeBase85(data)),
        "base64.z85decode" => ("base85", static data => BaseCodecs.DecodeBase85(data, isZ85: true)),
        "binascii.a2b_uu" => ("uuencode", static data => TextCodecs.UuDecode(data)),
        "gzip.decompress" => ("gzip", static data => Inflater.Gzip(data)),
        "bz2.decompress" or "bz2.BZ2Decompressor().decompress" => ("bz2", BZip2.Decode),
        "lzma.decompress" or "lzma.LZMADecompressor().decompress" => ("lzma", Xz.Decode),
        _ => null,
    };

    /// <summary>What a decoder makes of data; where the data are not known, that they went through it.</summary>
    private Traced Unpack(string layer, Traced data, Func<byte[], byte[]?> decode)
    {
        if (Bytes(data) is not { } bytes)
        {
            return new Traced(null, data.From | Provenance.Decoded, Layer.Add(data.Layers, layer, result: null));
        }

        Step(bytes.Length / 32);
        var result = decode(bytes);
        return data.Assemble().Decode(layer, result is not null && MayMake(result.Length) ? result : null);
    }

    private static byte[]? Bytes(Traced data) => data.Value switch
    {
        byte[] bytes => bytes,
        string text when text.Length <= DecodingLimits.MostBytes => Encoding.UTF8.GetBytes(text),
        SequenceValue { Kind: SequenceKind.Buffer } buffer => ToBytes(buffer),
        FileValue file => Bytes(file.Content),
        _ => null,
    };

    private Traced ApplyCodec(string name, Traced data)
    {
        var codec = CodecNames.Find(name) ?? name;
        switch (codec)
        {
            case "rot13":
                return data.Value is string text && MayMake(text.Length) ? data.Assemble().Decode(codec, TextCodecs.Rot13(text)) : new Traced(null, data.From | Provenance.Decoded, data.Layers);
            case "unicode escapes":
                return Bytes(data) is { } escaped && MayMake(escaped.Length * 2L) ? data.Assemble().Decode(codec, TextCodecs.UnicodeEscape(escaped)) : new Traced(null, data.From | Provenance.Decoded, data.Layers);
            case "base64":
                return Unpack(codec, data, static bytes => Base64Codec.Decode(bytes));
            case "hex":
                return Unpack(codec, data, static bytes => BaseCodecs.DecodeHex(bytes));
            case "zlib":
                return Unpack(codec, data, static bytes => Inflater.Zlib(bytes));
            case "bz2":
                return Unpack(codec, data, BZip2.Decode);
            case "uuencode":
                return Unpack(codec, data, static bytes => TextCodecs.UuDecode(bytes));
            case "quoted-printable":
                return Unpack(codec, data, static bytes => TextCodecs.QuotedPrintable(bytes));
#pragma warning disable SYSLIB0001 // It is old, and that is why it hides well.
            case "utf-7":
                return Bytes(data) is { } seven && MayMake(seven.Length * 2L) ? data.Assemble().Decode(codec, Encoding.UTF7.GetString(seven)) : new Traced(null, data.From | Provenance.Decoded, data.Layers);
#pragma warning restore SYSLIB0001
            default:
                return new Traced(null, data.From | Provenance.Decoded, data.Layers);
        }
    }
}
