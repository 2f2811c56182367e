using System.Collections.Immutable;
using LeakLens.Engine.Decoding.Tracing;
using LeakLens.Engine.Findings;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Payloads;

/// <summary>What never ends and was started by each request is started once, as the module is imported.</summary>
internal sealed class StartOnce : FixProvider
{
    public override string Kind => "start-once";

    public override ImmutableArray<string> Rules => ["LL605"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        foreach (var execution in PayloadPlaces.ExecutionsOf(context))
        {
            if (execution is not { Kind: ExecutionKind.Start, Entry: FunctionDef handler, Target: { } target } || context.Code.StatementAround(execution.Place) is not Expr { Value: Call { Function: Attribute { Name: "start", Value: var started }, Arguments.IsEmpty: true } } statement
                || !ReferenceEquals(started, execution.Place) || !context.Tree.Root.Body.Contains(handler) || !context.Tree.Root.Body.Contains(target) || UsesLocals.Look(execution.Place, context))
            {
                continue;
            }

            // Behind both: a module runs from its top to its end.
            var behind = handler.Start > target.Start ? handler : target;
            var writer = context.Write().Remove(statement, context.Code.BlockOf(statement)).InsertAfter(behind, string.Empty, string.Empty, context.TextOf(statement));
            foreach (var fix in writer.Done($"Start {target.Name} once, with the module", Applicability.Unsafe, "it runs from the first import on, and not once more for each request"))
            {
                yield return fix;
            }
        }
    }

    /// <summary>Names of a function mean nothing outside of it.</summary>
    private sealed class UsesLocals(FixContext context) : SyntaxVisitor
    {
        private bool _does;

        public static bool Look(Expression expression, FixContext context)
        {
            var finder = new UsesLocals(context);
            finder.Visit(expression);
            return finder._does;
        }

        public override void VisitName(Name node) => _does |= context.Rules.Uses.OwnerOf(node) is { } owner && !ReferenceEquals(context.Tree.GetScopes().Module.Find(node.Id), owner);
    }
}
