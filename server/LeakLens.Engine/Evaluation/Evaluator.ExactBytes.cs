using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Library;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Hashes that are fed piece by piece, and records with a format of their own, in the exact run.</summary>
internal sealed partial class Evaluator
{
    private const int MostHashed = 1 << 22;
    private const string HashPrefix = "hashlib.hash_";

    private readonly Dictionary<HeapObject, byte[]> _hashed = [];

    /// <summary>Bytes that a hash gives, where the program chose how many.</summary>
    private readonly Dictionary<HeapObject, int> _digestSizes = [];

    /// <summary>hashlib.sha1(data); null for all other functions.</summary>
    private Value? CallHashFunction(string name, CallArguments arguments, SyntaxNode node)
    {
        if (!name.StartsWith("hashlib.", StringComparison.Ordinal))
        {
            return null;
        }

        var isNamed = name is "hashlib.new";
        var algorithm = isNamed ? KnownText(arguments[0]) : name["hashlib.".Length..];
        var data = Argument(arguments, isNamed ? 1 : 0, isNamed ? "data" : "string");
        if (algorithm is null || (!data.IsAbsent && data.Content is null) || Models.FindType(HashPrefix + algorithm) is not { } type || Checksums.Digest(algorithm, []) is null)
        {
            return null;
        }

        var size = arguments.Find("digest_size");
        if (algorithm is "blake2b" && arguments.Named.Any(static named => named.Name is not ("digest_size" or "data" or "usedforsecurity")))
        {
            return null;
        }

        var made = _heap.Allocate(type.Storage, node, _frame.Context, type);
        if (algorithm is "blake2b" && !size.IsAbsent)
        {
            if (size is not { Kind: ValueKind.Int, Number: { IsExact: true, Low: > 0 and <= Blake2.LongestDigest } chosen })
            {
                return null;
            }

            _digestSizes[made] = (int)chosen.Low;
        }

        _hashed[made] = data.Content ?? [];
        return Value.Of(made);
    }

    private Value? CallHashMethod(HeapObject hash, TypeModel type, string name, CallArguments arguments, SyntaxNode node)
    {
        if (!_hashed.TryGetValue(hash, out var fed))
        {
            return null;
        }

        switch (name)
        {
            case "update" when arguments[0].Content is { } more && fed.Length + more.Length <= MostHashed:
                _hashed[hash] = [.. fed, .. more];
                return Value.None;
            case "update":
                _hashed.Remove(hash);
                return null;
            case "digest" or "hexdigest" when (_digestSizes.TryGetValue(hash, out var chosen) ? Blake2.Digest(fed, chosen) : Checksums.Digest(type.QualifiedName[HashPrefix.Length..], fed)) is { } digest:
                _budget.Step(1 + (fed.Length / 64));
                return name is "digest" ? Value.Of(_heap.AllocateBytes(node, _frame.Context, digest.Length, digest)) : NewText(Convert.ToHexStringLower(digest), node);
            case "copy":
                var copy = _heap.Allocate(type.Storage, node, _frame.Context, type);
                _hashed[copy] = fed;
                if (_digestSizes.TryGetValue(hash, out var same))
                {
                    _digestSizes[copy] = same;
                }

                return Value.Of(copy);
            default:
                return null;
        }
    }

    /// <summary>A method of struct.Struct: the function of the same name with its format.</summary>
    private Value? CallRecordMethod(HeapObject record, string name, CallArguments arguments, SyntaxNode node) =>
        name is "pack" or "unpack" or "unpack_from" && record.Get(SlotKey.Attribute("format")) is { IsAbsent: false } format && KnownFunctions.Find("struct." + name) is { } function
            ? TryKnown(function, Value.Absent, arguments.Behind(format), node)
            : null;
}
