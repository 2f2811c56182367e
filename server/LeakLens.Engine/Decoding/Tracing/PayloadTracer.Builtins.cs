using System.Numerics;
using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Engine.Known;
using LeakLens.Python.Parsing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Decoding.Tracing;

/// <summary>Built-in functions, and those of <c>functools</c>, <c>itertools</c> and <c>operator</c> with which texts are put together.</summary>
internal sealed partial class PayloadTracer
{
    private const int LongestExpression = 1 << 16;

    /// <summary>Null when it is none of them.</summary>
    private Traced? CallBuiltin(string name, CallInput input, Expression place, Frame frame)
    {
        var first = input.At(0);
        switch (name)
        {
            case "builtins.chr":
                return CallKnown("chr", default, input) is { Value: string } made ? made.With(Provenance.Codes) : new Traced(null, first.From | Provenance.Codes);
            case "builtins.ord" or "builtins.int" or "builtins.float" or "builtins.hex" or "builtins.bin" or "builtins.oct" or "builtins.repr" or "builtins.ascii" or "struct.unpack" or "struct.pack" or "json.loads":
                return CallKnown(name.StartsWith("builtins.", StringComparison.Ordinal) ? name[9..] : name, default, input) with { Layers = first.Layers };
            case "builtins.str":
                return first.Value is byte[] && input.Count > 1 ? Transcode(first, "decode", new CallInput([.. input.Positional.Skip(1)], input.Named)) : input.Count == 1 && first.Value is string ? first : CallKnown("str", default, input);
            case "builtins.bytes" or "builtins.bytearray" or "builtins.memoryview":
                return MakeBytes(name, input);
            case "builtins.getattr":
                return GetAttribute(input, place);
            case "builtins.__import__" or "importlib.import_module" or "importlib.__import__":
                return ImportNamed(name, first, place);
            case "builtins.vars" when first.Value is LibraryValue or InstanceValue:
                return first;
            case "builtins.type" or "builtins.super" or "builtins.isinstance" or "builtins.callable":
                return Traced.Unknown;
            case "builtins.str.maketrans" or "builtins.bytes.maketrans" or "builtins.bytearray.maketrans":
                return MakeTable(name is not "builtins.str.maketrans", input);
            case "builtins.str.join" or "builtins.bytes.join" or "builtins.bytes.decode" or "builtins.str.encode" or "builtins.str.translate" or "builtins.bytes.translate" or "builtins.str.replace":
                return CallText(first, name[(name.LastIndexOf('.') + 1)..], new CallInput([.. input.Positional.Skip(1)], input.Named));
            case "ast.literal_eval" when first.Value is string literal && literal.Length <= LongestExpression:
                return EvaluateLiteral(literal, frame) is { } parsed ? parsed with { From = parsed.From | first.From } : Traced.Unknown;
            default:
                return CallCollection(name, input, place, frame);
        }
    }

    private Traced? CallCollection(string name, CallInput input, Expression place, Frame frame)
    {
        var first = input.At(0);
        switch (name)
        {
            case "builtins.list" or "builtins.tuple" or "builtins.set" or "builtins.frozenset" or "builtins.iter" or "collections.deque":
                var kind = name switch { "builtins.tuple" => SequenceKind.Tuple, "builtins.set" or "builtins.frozenset" => SequenceKind.Set, "builtins.iter" => SequenceKind.Iterator, _ => SequenceKind.List };
                return input.Count == 0 ? new Traced(new SequenceValue(kind, [])) : Items(first) is { } items ? first.Become(new SequenceValue(kind, Copy(items))) : first.Become(null);
            case "builtins.dict":
                return MakeDict(input);
            case "builtins.len":
                return first.Become(first.Value switch
                {
                    string text => new BigInteger(Points.Count(text)),
                    byte[] bytes => new BigInteger(bytes.Length),
                    SequenceValue sequence => new BigInteger(sequence.Items.Count),
                    MappingValue mapping => new BigInteger(mapping.Order.Count),
                    _ => null,
                });
            case "builtins.range":
                return MakeRange(input);
            case "builtins.reversed":
                return Items(first) is { } forward ? new Traced(new SequenceValue(SequenceKind.Iterator, Turn(forward)), first.From | (first.IsText ? Provenance.Codes : Provenance.None), first.Layers) : first.Become(null);
            case "builtins.sorted":
                return Items(first) is { } unsorted && Sort(unsorted, input) is { } sorted ? first.Become(new SequenceValue(SequenceKind.List, sorted)) : first.Become(null);
            case "builtins.enumerate":
                return Items(first) is { } counted ? Iterate(counted.Select((item, i) => Pair(new Traced(new BigInteger(i + (KnownCall.ToSmall(input.At(1, "start").Value) ?? 0))), item))) : first.Become(null);
            case "builtins.zip" or "itertools.zip_longest":
                return Zip(input);
            case "builtins.map" or "itertools.starmap":
                return Map(input, name is "itertools.starmap", place, frame);
            case "builtins.filter":
                return Items(input.At(1)) is { } candidates ? Iterate(candidates.Where(item => Truth(first.Value is KnownNone ? item : Invoke(first, new CallInput([item], []), place, frame)) != false).ToList()) : Traced.Unknown;
            case "builtins.next":
                return first.Value is SequenceValue iterator && iterator.Taken < iterator.Items.Count ? iterator.Items[iterator.Taken++] : first.Become(null);
            case "builtins.sum" or "builtins.min" or "builtins.max" or "builtins.abs" or "builtins.pow" or "builtins.divmod" or "builtins.round":
                return Total(name, input);
            case "functools.partial":
                return new Traced(new PartialValue(first, new CallInput([.. input.Positional.Skip(1)], input.Named)), first.From);
            case "functools.reduce":
                return Reduce(input, place, frame);
            case "itertools.cycle":
                return Items(first) is { } cycle ? new Traced(new SequenceValue(SequenceKind.Cycle, cycle), first.From) : first.Become(null);
            case "itertools.chain":
                return input.Positional.Select(Items).ToList() is var parts && parts.TrueForAll(static part => part is not null) ? Iterate(parts.SelectMany(static part => part ?? [])) : Traced.Unknown;
            case "itertools.chain.from_iterable":
                return Items(first) is { } several ? Iterate(several.SelectMany(one => Items(one) ?? [])) : Traced.Unknown;
            default:
                return name.StartsWith("operator.", StringComparison.Ordinal) && OperatorOf(name[9..]) is { } operation ? Operate(operation, first, input.At(1)) : null;
        }
    }

    private static BinaryOperator? OperatorOf(string name) => name switch
    {
        "add" or "concat" or "iadd" => BinaryOperator.Add,
        "sub" => BinaryOperator.Sub,
        "mul" => BinaryOperator.Mult,
        "mod" => BinaryOperator.Mod,
        "xor" or "ixor" or "__xor__" => BinaryOperator.BitXor,
        "and_" => BinaryOperator.BitAnd,
        "or_" => BinaryOperator.BitOr,
        "lshift" => BinaryOperator.LShift,
        "rshift" => BinaryOperator.RShift,
        _ => null,
    };

    private List<Traced> Copy(List<Traced> items)
    {
        Step(items.Count / 4);
        return [.. items];
    }

    private List<Traced> Turn(List<Traced> items)
    {
        var turned = Copy(items);
        turned.Reverse();
        return turned;
    }

    private static Traced Pair(Traced first, Traced second) => new(new SequenceValue(SequenceKind.Tuple, [first, second]));

    private Traced Iterate(IEnumerable<Traced> items)
    {
        var list = items.ToList();
        Step(list.Count);
        return new Traced(new SequenceValue(SequenceKind.Iterator, list));
    }

    private Traced MakeBytes(string name, CallInput input)
    {
        var first = input.At(0);
        var result = first.Value switch
        {
            byte[] bytes => first.Become(bytes),
            string when input.Count > 1 => Transcode(first, "encode", new CallInput([.. input.Positional.Skip(1)], input.Named)),
            SequenceValue sequence when Items(first) is { } items && MayMake(items.Count) && ToBytes(new SequenceValue(SequenceKind.List, items)) is { } bytes =>
                new Traced(bytes, first.From | new SequenceValue(SequenceKind.List, items).From | (sequence.Kind is SequenceKind.Buffer ? Provenance.None : Provenance.Codes), first.Layers ?? (items.Count > 0 ? items[0].Layers : null)).Assemble(),
            SequenceValue sequence => new Traced(null, first.From | sequence.From, first.Layers),
            null when input.Count == 0 => new Traced(Array.Empty<byte>()),
            BigInteger length when length >= 0 && length <= DecodingLimits.MostBytes && MayMake((long)length) => new Traced(new byte[(int)length]),
            _ => first.Become(null),
        };
        return name is "builtins.bytearray" && result.Value is byte[] made && Items(result) is { } numbers && made.Length <= DecodingLimits.MostBytes
            ? result.Become(new SequenceValue(SequenceKind.Buffer, numbers))
            : result;
    }

    private Traced MakeDict(CallInput input)
    {
        var mapping = new MappingValue();
        if (input.At(0).Value is MappingValue other)
        {
            foreach (var key in other.Order)
            {
                mapping.Set(key, other.Entries[key]);
            }
        }
        else if (input.Positional.Count > 0)
        {
            foreach (var entry in Items(input.At(0)) ?? [])
            {
                if (Items(entry) is [var key, var value])
                {
                    Store(new Traced(mapping), key, value);
                }
            }
        }

        foreach (var (name, value) in input.Named)
        {
            mapping.Set(name, value);
        }

        return new Traced(mapping);
    }

    private Traced MakeRange(CallInput input)
    {
        var numbers = input.Positional.ConvertAll(static one => KnownCall.ToSmall(one.Value));
        if (numbers.Count is 0 or > 3 || numbers.Contains(null))
        {
            return Traced.Unknown;
        }

        var start = numbers.Count == 1 ? 0 : numbers[0] ?? 0;
        var stop = (numbers.Count == 1 ? numbers[0] : numbers[1]) ?? 0;
        var step = numbers.Count == 3 ? numbers[2] ?? 1 : 1;
        var count = step == 0 ? 0 : Math.Max(0, ((long)stop - start + step - Math.Sign(step)) / step);
        if (count > MostTrips)
        {
            return Traced.Unknown;
        }

        Step(count);
        return new Traced(new SequenceValue(SequenceKind.List, [.. Enumerable.Range(0, (int)count).Select(i => new Traced(new BigInteger(start + (i * step))))]));
    }

    private Traced Zip(CallInput input)
    {
        var columns = input.Positional.ConvertAll(one => one.Value is SequenceValue { Kind: SequenceKind.Cycle } cycle ? cycle.Items : Items(one));
        var cycles = input.Positional.ConvertAll(static one => one.Value is SequenceValue { Kind: SequenceKind.Cycle });
        if (columns.Count == 0 || columns.Contains(null) || cycles.TrueForAll(static one => one))
        {
            return new Traced(null, input.From);
        }

        var count = columns.Where((_, i) => !cycles[i]).Min(static column => column?.Count ?? 0);
        Step(count * (long)columns.Count);
        var rows = new List<Traced>(count);
        for (var i = 0; i < count; i++)
        {
            rows.Add(new Traced(new SequenceValue(SequenceKind.Tuple, [.. columns.Select(column => column is { Count: > 0 } ? column[i % column.Count] : Traced.Unknown)])));
        }

        return new Traced(new SequenceValue(SequenceKind.Iterator, rows));
    }

    private Traced Map(CallInput input, bool isStarred, Expression place, Frame frame)
    {
        var function = input.At(0);
        var rows = isStarred || input.Positional.Count == 2 ? Items(input.At(1)) : Items(Zip(new CallInput([.. input.Positional.Skip(1)], [])));
        if (rows is null)
        {
            var once = Invoke(function, new CallInput([new Traced(null, input.From)], []), place, frame);
            return new Traced(null, input.From | once.From);
        }

        var isSpread = isStarred || input.Positional.Count > 2;
        var results = new List<Traced>(rows.Count);
        foreach (var row in rows)
        {
            results.Add(Invoke(function, new CallInput(isSpread && row.Value is SequenceValue several ? several.Items : [row], []), place, frame));
        }

        return new Traced(new SequenceValue(SequenceKind.Iterator, results), input.At(1).From);
    }

    private Traced Reduce(CallInput input, Expression place, Frame frame)
    {
        if (Items(input.At(1)) is not { } items)
        {
            return new Traced(null, input.From);
        }

        var hasStart = input.TryAt(2, "initial", out var result);
        result = hasStart ? result : items.Count > 0 ? items[0] : Traced.Unknown;
        foreach (var item in hasStart ? items : items.Skip(1))
        {
            result = Invoke(input.At(0), new CallInput([result, item], []), place, frame);
        }

        return result;
    }

    private Traced Total(string name, CallInput input)
    {
        if (name is "builtins.sum" && input.Positional.Count == 1 && Items(input.At(0)) is { } items)
        {
            return items.Aggregate(new Traced(BigInteger.Zero), (sum, item) => Operate(BinaryOperator.Add, sum, item));
        }

        if (name is "builtins.pow" && input.Positional is [{ Value: BigInteger power }, { Value: BigInteger exponent }, { Value: BigInteger modulus }])
        {
            return new Traced(modulus.IsZero || exponent.Sign < 0 || Math.Max(power.GetBitLength(), Math.Max(exponent.GetBitLength(), modulus.GetBitLength())) > KnownLimits.MostBits / 2 ? null : BigInteger.ModPow(power, exponent, modulus), input.From);
        }

        return CallKnown(name[9..], default, input);
    }

    /// <summary>The value of an expression that was a text before.</summary>
    private Traced? EvaluateLiteral(string text, Frame frame)
    {
        Step(text.Length / 4);
        var tree = SyntaxTree.Parse(SourceText.From(text.Trim()), _cancellation);
        return tree.Errors.IsEmpty && tree.Root.Body is [Expr { Value: var expression }] && TryEnter() ? Leave(Evaluate(expression, frame)) : null;
    }

    private Traced Leave(Traced value)
    {
        _depth--;
        return value;
    }
}
