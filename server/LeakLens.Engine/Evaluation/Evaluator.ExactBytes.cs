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
        if (algorithm is null || (!data.IsAbsent && data.Content is null) || Models.FindType(HashPrefix + algorithm) is not { } type || !HashState.Knows(algorithm))
        {
            return null;
        }

        var size = arguments.Find("digest_size");
        if (algorithm is "blake2b" && arguments.Named.Any(static named => named.Name is not ("digest_size" or "data" or "usedforsecurity")))
        {
            return null;
        }

        int? length = null;
        if (algorithm is "blake2b" && !size.IsAbsent)
        {
            if (size is not { Kind: ValueKind.Int, Number: { IsExact: true, Low: > 0 and <= Blake2.LongestDigest } chosen })
            {
                return null;
            }

            length = (int)chosen.Low;
        }

        var made = _heap.Allocate(type.Storage, node, _frame.Context, type);
        var state = new HashState(algorithm, length);
        made.Known = Feed(state, data.Content ?? []) ? state : null;
        return Value.Of(made);
    }

    /// <summary>False when there is no room to remember what the hash was fed.</summary>
    private bool Feed(HashState hash, byte[] content)
    {
        if (hash.Length + content.Length > MostHashed || !TakeRoom(content.Length))
        {
            return false;
        }

        hash.Feed(content);
        return true;
    }

    private Value? CallHashMethod(HeapObject hash, TypeModel type, string name, CallArguments arguments, SyntaxNode node)
    {
        if (hash.Known is not HashState state)
        {
            return null;
        }

        switch (name)
        {
            case "update" when ContentOf(arguments[0]) is { } more && Feed(state, more):
                return Value.None;
            case "update":
                hash.Known = null;
                return null;
            case "digest" or "hexdigest" when state.Digest() is { } digest:
                _budget.Step(1 + (state.Length / LengthPerStep));
                return name is "digest" ? Value.Of(NewContent(digest, node)) : NewText(Convert.ToHexStringLower(digest), node);
            case "copy" when TakeRoom(state.Length):
                var copy = _heap.Allocate(type.Storage, node, _frame.Context, type);
                copy.Known = state.Copy();
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
