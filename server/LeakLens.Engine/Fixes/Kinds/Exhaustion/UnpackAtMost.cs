using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Exhaustion;

/// <summary><c>zlib.decompress(data)</c> becomes <c>zlib.decompressobj().decompress(data, LIMIT)</c>, and so do gzip, bz2 and lzma.</summary>
internal sealed class UnpackAtMost : FixProvider
{
    private const string Limit = "10_000_000";

    public override string Kind => "unpack-at-most";

    public override ImmutableArray<string> Rules => ["LL503"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { Arguments: [var data], Keywords.IsEmpty: true } call)
        {
            yield break;
        }

        var (module, maker, arguments) = context.Rules.Names.Resolve(call.Function)?.Text switch
        {
            "zlib.decompress" => ("zlib", "decompressobj", ""),
            "gzip.decompress" => ("zlib", "decompressobj", "wbits=31"),
            "bz2.decompress" => ("bz2", "BZ2Decompressor", ""),
            "lzma.decompress" => ("lzma", "LZMADecompressor", ""),
            _ => ("", "", ""),
        };
        if (module.Length == 0)
        {
            yield break;
        }

        var writer = context.Write();
        var made = writer.Import(module, maker, call);
        writer.Replace(call, $"{made}({arguments}).decompress({context.TextOf(data)}, {Limit})", Limit);
        foreach (var fix in writer.Done("Unpack ten megabytes at most", Applicability.Unsafe, "what is longer is cut off"))
        {
            yield return fix;
        }
    }
}
