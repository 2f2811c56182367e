using System.Collections.Immutable;
using LeakLens.Engine.Decoding;
using LeakLens.Engine.Decoding.Tracing;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Known;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Payloads;

/// <summary>A file that may run code as it is loaded is compared with the one that lies there today. Only where that one is known: a digest to be filled in would make every run fail.</summary>
internal sealed class CheckDigest : FixProvider
{
    public override string Kind => "check-digest";

    public override ImmutableArray<string> Rules => ["LL602"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        foreach (var execution in PayloadPlaces.ExecutionsOf(context))
        {
            if (execution is not { Kind: ExecutionKind.Load or ExecutionKind.Pickle, Place: Call { Arguments: [var given, ..] } call } || FileOf(execution) is not { Content: { } content }
                || context.Code.StatementAround(call) is not (Expr or Assign or AnnAssign or Return) || context.Code.StatementAround(call) is not { } statement)
            {
                continue;
            }

            var digest = Convert.ToHexStringLower(Checksums.Digest("sha256", content) ?? []);
            foreach (var fix in Write(context, execution, statement, given, digest))
            {
                yield return fix;
            }
        }
    }

    private static IEnumerable<Fix> Write(FixContext context, Execution execution, Statement statement, Expression given, string digest)
    {
        var writer = context.Write();
        var sha256 = writer.Import("hashlib", "sha256", execution.Place);
        var quote = context.Style.Quote;
        var shown = context.TextOf(given);
        if (execution.Kind is ExecutionKind.Load && IsPath(given))
        {
            var path = writer.Import("pathlib", "Path", execution.Place);
            writer.InsertBefore(statement, $"if {sha256}({path}({shown}).read_bytes()).hexdigest() != {quote}{digest}{quote}:", $"\traise ValueError({quote}not the file that was reviewed{quote})");
        }
        else if (given is Name && context.Code.Around(execution.Place).OfType<With>().Any(with => with.Items.Any(item => item.Target is Name target && string.Equals(target.Id, shown, StringComparison.Ordinal))))
        {
            writer.InsertBefore(statement, $"if {sha256}({shown}.read()).hexdigest() != {quote}{digest}{quote}:", $"\traise ValueError({quote}not the file that was reviewed{quote})", $"{shown}.seek(0)");
        }
        else
        {
            return [];
        }

        return writer.Done("Compare the file's digest with today's first", Applicability.Unsafe, "another file raises a ValueError");
    }

    private static bool IsPath(Expression given) => given is Constant { LiteralKind: ConstantKind.String } or Name or Attribute;

    private static ProgramFile? FileOf(Execution execution)
    {
        for (var layer = execution.Code.Layers; layer is not null; layer = layer.Before)
        {
            if (layer.File is { } file)
            {
                return layer.Before is null ? file : null;
            }
        }

        return null;
    }
}
