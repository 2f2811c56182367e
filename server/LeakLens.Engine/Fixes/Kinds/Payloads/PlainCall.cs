using System.Collections.Immutable;
using LeakLens.Engine.Decoding.Tracing;
using LeakLens.Engine.Decoding.Tracing.Values;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Fixes.Writing;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Payloads;

/// <summary>A name that was put together, or reached by a detour, is written as it is.</summary>
internal sealed class PlainCall : FixProvider
{
    private const string BuiltIn = "builtins.";

    public override string Kind => "plain-call";

    public override ImmutableArray<string> Rules => ["LL603"];

    public override IEnumerable<Fix> Propose(FixContext context)
    {
        if (context.Node<Name>() is { Id: var id } spelled && context.Node<Call>() is null && !string.Equals(context.TextOf(spelled), id, StringComparison.Ordinal))
        {
            return context.Write().Replace(spelled, id).Done($"Write {id} in ordinary letters", Applicability.Safe);
        }

        foreach (var execution in PayloadPlaces.ExecutionsOf(context))
        {
            if (execution is { Kind: ExecutionKind.Import, Place: Call { Arguments: [var module, ..] }, Code.Value: string text } && DoesNothingElse.Look(module, context))
            {
                return context.Write().Replace(module, Quoted(context, text)).Done($"Write the module's name, {text}, in one piece", Applicability.Safe);
            }

            if (execution is { Kind: ExecutionKind.Disguise, Place: Call { Function: var callee } call, Code.Value: LibraryValue { Name: var name } } && DoesNothingElse.Look(callee, context))
            {
                var writer = context.Write();
                return Written(context, writer, call, name) is { } plain ? writer.Replace(callee, plain).Done($"Call {plain} by its name", Applicability.Safe) : [];
            }
        }

        return [];
    }

    /// <summary>How the function is called at the place; null where the name means something else.</summary>
    private static string? Written(FixContext context, SourceWriter writer, Call call, string name)
    {
        if (name.StartsWith(BuiltIn, StringComparison.Ordinal))
        {
            var word = name[BuiltIn.Length..];
            return context.Tree.GetScopes().Scopes.All(scope => scope.Find(word) is not { IsBound: true }) ? word : null;
        }

        return name.LastIndexOf('.') is var dot and > 0 && !name.Contains("()", StringComparison.Ordinal) ? writer.Import(name[..dot], name[(dot + 1)..], call) : null;
    }

    private static string Quoted(FixContext context, string module) => context.Style.Quote + module + context.Style.Quote;

    /// <summary>The expression only finds a name: nothing is lost when it is not evaluated any more.</summary>
    private sealed class DoesNothingElse(FixContext context) : SyntaxVisitor
    {
        private bool _does;

        public static bool Look(Expression expression, FixContext context)
        {
            var finder = new DoesNothingElse(context);
            finder.Visit(expression);
            return !finder._does;
        }

        public override void VisitCall(Call node)
        {
            var isPure = context.Rules.Names.TryResolve(node.Function, out var name)
                ? name.Text.StartsWith(BuiltIn, StringComparison.Ordinal) && name.Text is not (BuiltIn + "exec" or BuiltIn + "eval" or BuiltIn + "print" or BuiltIn + "input" or BuiltIn + "open" or BuiltIn + "setattr" or BuiltIn + "next")
                : node.Function is Attribute { Value: Constant };
            _does |= !isPure;
            DefaultVisit(node);
        }

        public override void VisitNamedExpr(NamedExpr node) => _does = true;

        public override void VisitAwait(Await node) => _does = true;

        public override void VisitYield(Yield node) => _does = true;
    }
}
