using System.Collections.Immutable;
using LeakLens.Engine.Decoding;
using LeakLens.Engine.Decoding.Tracing;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes.Writing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Payloads;

/// <summary>What was decoded is written down where it is executed, so that it can be read, reviewed and searched.</summary>
internal sealed class ReadableCode : FixProvider
{
    /// <summary>Nobody reviews more than that in a place where one line was.</summary>
    private const int MostLines = 200;

    public override string Kind => "readable-code";

    public override ImmutableArray<string> Rules => ["LL601", "LL602", "LL605"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        foreach (var execution in PayloadPlaces.ExecutionsOf(context))
        {
            if (PayloadPlaces.StatementOf(context, execution) is not { } statement || context.Rules.Payloads.Of(execution) is not { } payload || !IsPlain(execution) || LinesOf(context, statement, payload) is not { } lines)
            {
                continue;
            }

            var writer = context.Write().Replace(statement, lines);
            foreach (var fix in writer.Done("Write the decoded code here instead", Applicability.Unsafe, "it runs as before, with the names of this place, and can be read now"))
            {
                yield return fix;
            }
        }
    }

    /// <summary>It runs with the names of the place, or with fresh ones that nobody sees.</summary>
    private static bool IsPlain(Execution execution) =>
        execution is { Kind: ExecutionKind.Code, Callee: "builtins.exec", Place: Call { Keywords.IsEmpty: true, Arguments: [_] or [_, Dict { Values.IsEmpty: true }] or [_, Call { Function: Name { Id: "globals" }, Arguments.IsEmpty: true }] } };

    /// <summary>The code as it stands at the place; null when it cannot stand there.</summary>
    private static string? LinesOf(FixContext context, Expr statement, DecodedPayload payload)
    {
        var tree = payload.Analysis.Tree;
        if (context.Style.IndentOf(statement) is not { } indent || !tree.Errors.IsEmpty || tree.Text.Lines.Count > MostLines)
        {
            return null;
        }

        var function = context.Code.FunctionAround(statement);
        if (function is not null && tree.Root.Body.Any(static part => part is ImportFrom { ModuleName: "__future__" } or ImportFrom { Names: [{ Name: "*" }, ..] }))
        {
            return null;
        }

        var lines = tree.Text.Text.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        var isMoved = indent.Length > 0 && LongTexts.Between(tree.Root, 0, tree.Text.Length).Any(text => tree.Text.Text.AsSpan(text.Start, text.Length).Contains('\n'));
        return isMoved ? null : string.Join('\n', lines.Select((line, index) => index == 0 || line.Length == 0 ? line : indent + line));
    }
}
