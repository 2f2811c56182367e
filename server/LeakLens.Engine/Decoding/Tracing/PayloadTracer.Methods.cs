using System.Numerics;
using System.Text;
using LeakLens.Engine.Decoding.Codecs;
using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Engine.Known;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>Methods of data.</summary>
internal sealed partial class PayloadTracer
{
    private Traced CallMethod(MethodValue method, CallInput input, Expression place, Frame frame)
    {
        var self = method.Self;
        switch (self.Value)
        {
            case string or byte[]:
                return CallText(self, method.Name, input);
            case SequenceValue sequence:
                return CallSequence(self, sequence, method.Name, input);
            case MappingValue mapping:
                return CallMapping(mapping, method.Name, input);
            case FileValue file:
                return CallFile(file, method.Name, input);
            case PathValue path:
                return CallPath(path, method.Name, input);
            case BigInteger when method.Name is "to_bytes":
                return CallKnown("int.to_bytes", self, input) is { Value: byte[] } bytes ? bytes.Decode("a number as bytes", bytes.Value) : Traced.Unknown;
            case CodeValue when method.Name is "replace":
                return self;
            default:
                CallUnknown(self, input, place);
                return new Traced(null, self.From | (input.From & ~Provenance.Disguised), self.Layers ?? input.Layers);
        }
    }

    private Traced CallText(Traced self, string name, CallInput input)
    {
        switch (name)
        {
            case "join":
                return JoinPieces(self, input.At(0));
            case "decode" or "encode":
                return Transcode(self, name, input);
            case "translate":
                return Translate(self, input);
            case "maketrans":
                return MakeTable(self.Value is byte[], input);
            case "hex" when self.Value is byte[] bytes && input.Count == 0 && MayMake(bytes.Length * 2L):
                return self.Become(Convert.ToHexStringLower(bytes));
            case "strip" or "lstrip" or "rstrip" or "splitlines" or "split" or "replace" when self.Value is string or byte[] && !MayMake(Length(self.Value)):
                return Traced.Unknown;
            default:
                var type = self.Value is string ? "str." : "bytes.";
                var result = CallKnown(type + name, self, input);
                return result.Value is SequenceValue pieces ? new Traced(new SequenceValue(pieces.Kind, [.. pieces.Items.Select(item => item with { From = item.From | self.From, Layers = self.Layers })]), self.From) : result;
        }
    }

    /// <summary>A function of <c>Known</c>, when all it is given is known.</summary>
    private Traced CallKnown(string name, Traced self, CallInput input)
    {
        var from = self.From | input.From;
        var layers = self.Layers ?? input.Layers;
        var unknown = new Traced(null, from, layers);
        if (KnownFunctions.Find(name) is not { } function || (self.Value is not null && ToKnown(self) is null))
        {
            return unknown;
        }

        var positional = new List<object>(input.Positional.Count);
        var named = new List<(string, object)>(input.Named.Count);
        foreach (var argument in input.Positional)
        {
            if (ToKnown(argument) is not { } value)
            {
                return unknown;
            }

            positional.Add(value);
        }

        foreach (var (key, argument) in input.Named)
        {
            if (ToKnown(argument) is not { } value)
            {
                return unknown;
            }

            named.Add((key, value));
        }

        var receiver = self.Value is null ? null : ToKnown(self);
        Step((((receiver is null ? 0 : Length(receiver)) + positional.Sum(Length)) / BytesPerStep) + 1);
        var result = function(new KnownCall(receiver, positional, named, _work));
        Step(_work.Take() + (result is null ? 0 : Length(result) / BytesPerStep));
        return unknown.Become(FromKnown(result));
    }

    private Traced JoinPieces(Traced separator, Traced pieces)
    {
        if (Items(pieces) is not { } items)
        {
            return new Traced(null, separator.From | pieces.From, pieces.Layers);
        }

        var from = separator.From | pieces.From;
        Layer? layers = null;
        long length = 0;
        Step(items.Count / 4);
        foreach (var item in items)
        {
            from |= item.From;
            layers ??= item.Layers;
            if (item.Value is not (string or byte[]))
            {
                return new Traced(null, from, layers);
            }

            length += Length(item.Value) + (separator.Value is { } given ? Length(given) : 0);
        }

        if (!MayMake(length))
        {
            return new Traced(null, from, layers);
        }

        object? joined = separator.Value switch
        {
            string text when items.TrueForAll(static item => item.Value is string) => string.Join(text, items.Select(static item => (string?)item.Value)),
            byte[] bytes when items.TrueForAll(static item => item.Value is byte[]) => Encoding.Latin1.GetBytes(string.Join(Encoding.Latin1.GetString(bytes), items.Select(static item => Encoding.Latin1.GetString(item.Value as byte[] ?? [])))),
            _ => null,
        };
        return new Traced(joined, from, layers ?? pieces.Layers).Assemble();
    }

    private Traced Transcode(Traced self, string name, CallInput input)
    {
        var encoding = input.TryAt(0, "encoding", out var given) ? given.Value : "utf-8";
        if (encoding is not string wanted)
        {
            return self.Become(null);
        }

        if (CodecNames.IsDisguise(wanted))
        {
            return name is "decode" ? ApplyCodec(wanted, self) : self.Become(CodecNames.Find(wanted) is "rot13" && self.Value is string text ? TextCodecs.Rot13(text) : null);
        }

        if (!MayMake(self.Value is { } known ? Length(known) : 0))
        {
            return self.Become(null);
        }

        var errors = input.TryAt(1, "errors", out var handling) ? handling.Value : null;
        var result = (name, self.Value) switch
        {
            ("decode", byte[] bytes) => TextEncoding.Decode(bytes, wanted, errors) as string ?? (errors is string ? Encoding.UTF8.GetString(bytes) : null),
            ("encode", string plain) => TextEncoding.Encode(plain, wanted, errors) as byte[],
            _ => (object?)null,
        };
        return self.Become(result);
    }

    private Traced Translate(Traced self, CallInput input)
    {
        var table = input.At(0);
        switch (self.Value, table.Value)
        {
            case (byte[] bytes, byte[] { Length: 256 } map) when MayMake(bytes.Length):
                return self.Decode("a table of bytes", Array.ConvertAll(bytes, one => map[one]));
            case (string text, MappingValue map) when MayMake(text.Length):
                var result = new StringBuilder(text.Length);
                foreach (var unit in text)
                {
                    var to = map.Entries.TryGetValue(new BigInteger(unit), out var found) ? found.Value : unit.ToString();
                    result.Append(to switch { string plain => plain, BigInteger code => Points.OfCode(code), _ => string.Empty });
                }

                return self.Decode("a table of characters", result.ToString());
            default:
                return new Traced(null, self.From | Provenance.Decoded, self.Layers);
        }
    }

    private static Traced MakeTable(bool isBytes, CallInput input)
    {
        if (isBytes || input.At(0).Value is byte[])
        {
            var map = Enumerable.Range(0, 256).Select(static one => (byte)one).ToArray();
            if (input.At(0).Value is not byte[] keys || input.At(1).Value is not byte[] values || keys.Length != values.Length)
            {
                return Traced.Unknown;
            }

            for (var i = 0; i < keys.Length; i++)
            {
                map[keys[i]] = values[i];
            }

            return new Traced(map);
        }

        var table = new MappingValue();
        switch (input.At(0).Value, input.At(1).Value)
        {
            case (string from, string to) when from.Length == to.Length:
                for (var i = 0; i < from.Length; i++)
                {
                    table.Set(new BigInteger(from[i]), new Traced(to[i].ToString()));
                }

                break;
            case (MappingValue given, _):
                foreach (var key in given.Order)
                {
                    table.Set(key is string { Length: 1 } text ? new BigInteger(text[0]) : key, given.Entries[key]);
                }

                break;
            default:
                return Traced.Unknown;
        }

        foreach (var unit in input.At(2).Value as string ?? string.Empty)
        {
            table.Set(new BigInteger(unit), new Traced(KnownNone.Instance));
        }

        return new Traced(table);
    }
}
