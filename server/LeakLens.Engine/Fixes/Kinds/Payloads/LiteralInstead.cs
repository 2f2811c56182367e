using System.Collections.Immutable;
using LeakLens.Engine.Decoding.Tracing;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Payloads;

/// <summary><c>eval</c> of data that nobody knows becomes <c>ast.literal_eval</c>, which reads numbers, texts and containers, and runs nothing.</summary>
internal sealed class LiteralInstead : FixProvider
{
    public override string Kind => "literal-eval";

    public override ImmutableArray<string> Rules => ["LL601", "LL605"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        foreach (var execution in PayloadPlaces.ExecutionsOf(context))
        {
            if (execution is not { Kind: ExecutionKind.Code, Callee: "builtins.eval", IsDisguised: false, Place: Call { Function: Name name, Arguments: [_], Keywords.IsEmpty: true } call } || context.Rules.Payloads.Of(execution) is not null)
            {
                continue;
            }

            var writer = context.Write();
            writer.Replace(name, writer.Import("ast", "literal_eval", call));
            foreach (var fix in writer.Done("Read a literal and run nothing (ast.literal_eval)", Applicability.Unsafe, "anything but a literal raises a ValueError"))
            {
                yield return fix;
            }
        }
    }
}
