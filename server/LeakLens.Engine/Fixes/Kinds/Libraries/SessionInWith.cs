using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Libraries.Records;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Libraries;

/// <summary>A session is opened in a <c>with</c> that lasts to the end of its block.</summary>
internal sealed class SessionInWith : FixProvider
{
    public override string Kind => "session-in-with";

    public override ImmutableArray<string> Rules => ["LL904"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Call>() is not { } call || context.Code.StatementAround(call) is not Assign { Targets: [Name name] } statement || !ReferenceEquals(statement.Value, call) || !SessionMaker.Calls(context.Rules).Contains(call))
        {
            return [];
        }

        var behind = Ways.Behind(context.Code.BlockOf(statement), statement);
        if (behind.IsEmpty || context.Rules.UsesOf(name).Any(use => use is Name { Context: not ExpressionContext.Load } && !ReferenceEquals(use, name)))
        {
            return [];
        }

        var isAsync = context.Rules.Names.Resolve(call.Function)?.Text is "sqlalchemy.ext.asyncio.AsyncSession";
        return isAsync ? [] : context.Write().Replace(statement, $"with {context.TextOf(call)} as {name.Id}:").Indent(behind[0], behind[^1])
            .Done($"Use {name.Id} in a with statement", Applicability.Unsafe, "objects that are used behind it are detached then");
    }
}
