using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Exhaustion;

/// <summary>An application of Flask gets a limit for bodies.</summary>
internal sealed class RequestLimit : FixProvider
{
    private const string Bytes = "16 * 1024 * 1024";

    public override string Kind => "request-limit";

    public override ImmutableArray<string> Rules => ["LL513"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { } making || context.Rules.Names.Resolve(making.Function)?.Text is not "flask.Flask" || context.Code.ParentOf(making) is not Assign { Targets: [Name or Python.Syntax.Attribute] } assign)
        {
            yield break;
        }

        var writer = context.Write().InsertAfter(assign, $"{context.TextOf(assign.Targets[0])}.config[\"MAX_CONTENT_LENGTH\"] = {Bytes}");
        foreach (var fix in writer.Done("Take 16 megabytes at most (MAX_CONTENT_LENGTH)", Applicability.Unsafe, "larger requests are answered with 413"))
        {
            yield return fix;
        }
    }
}
