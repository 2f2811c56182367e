using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion.Retries;

/// <summary>A function whose handler calls it again with the arguments that it got: each failure adds a frame, until the stack is full.</summary>
internal static class SelfRetry
{
    public static Finding? Judge(RuleContext context, RuleDescriptor rule, Try attempt, ExceptHandler handler)
    {
        if (context.Code.FunctionAround(attempt) is not FunctionDef function || (handler.Type is { } type && !RetryLoop.IsOfConnections(context, type)) || handler.Body.Any(static statement => statement is If) || CallOfItself(context, handler, function) is not { } again)
        {
            return null;
        }

        // What the handler changes, or a test before, may end it.
        var code = RetryCode.Look(context, handler.Body);
        if (code.Counts || !AreUnchanged(context, again, function) || context.Code.Around(attempt).TakeWhile(around => !ReferenceEquals(around, function)).Any(static around => around is If or For or While))
        {
            return null;
        }

        return UncountedFinding.Of(rule, FindingLevel.Warning, again, $"{function.Name}() retries by calling itself with the same arguments: every failure adds a frame, and nothing counts them",
                "Use a loop that counts the attempts, waits longer after each, and raises after the last")
            .With(handler, "what fails ends up here");
    }

    private static Call? CallOfItself(RuleContext context, ExceptHandler handler, FunctionDef function)
    {
        foreach (var statement in handler.Body)
        {
            var value = statement switch
            {
                Return result => result.Value,
                Expr expression => expression.Value,
                _ => null,
            };
            var call = value is Await waiting ? waiting.Value as Call : value as Call;
            if (call is not null && ReferenceEquals(Definitions.FunctionOf(context, call.Function), function))
            {
                return call;
            }
        }

        return null;
    }

    private static bool AreUnchanged(RuleContext context, Call again, FunctionDef function)
    {
        var isMethod = context.Code.ClassOf(function) is not null;
        var parameters = function.Parameters.PositionalOnly.Concat(function.Parameters.Positional).Skip(isMethod ? 1 : 0).Select(static parameter => parameter.Name).ToArray();
        return again.Arguments.Length <= parameters.Length
            && !again.Arguments.Where((argument, index) => argument is not Name name || !string.Equals(name.Id, parameters[index], StringComparison.Ordinal)).Any()
            && again.Keywords.All(static keyword => keyword.Value is Name name && string.Equals(name.Id, keyword.Name, StringComparison.Ordinal))
            && again.Arguments.Length + again.Keywords.Length == parameters.Length + function.Parameters.KeywordOnly.Length
            && !Rebinds(function, parameters);
    }

    /// <summary>A parameter gets another value on the way.</summary>
    private static bool Rebinds(FunctionDef function, string[] parameters)
    {
        var finder = new StoreFinder();
        finder.VisitAll(function.Body);
        return parameters.Any(finder.Stored.Contains);
    }

    private sealed class StoreFinder : SyntaxVisitor
    {
        public HashSet<string> Stored { get; } = new(StringComparer.Ordinal);

        public override void VisitName(Name node)
        {
            if (node.Context is ExpressionContext.Store)
            {
                Stored.Add(node.Id);
            }
        }
    }
}
