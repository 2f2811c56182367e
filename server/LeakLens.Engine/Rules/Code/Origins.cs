using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>Where the value of an expression comes from, as far as one function's own statements tell.</summary>
internal static class Origins
{
    private const int Farthest = 4;

    /// <summary>What a local name is bound to by the only statement that binds it, and so on; other expressions as they are.</summary>
    public static Expression Of(Expression expression, SyntaxNode? function)
    {
        for (var step = 0; step < Farthest && expression is Name name && function is FunctionDef definition && OnlyBinding(name.Id, definition) is { } value; step++)
        {
            expression = value;
        }

        return expression;
    }

    public static bool IsParameter(string name, SyntaxNode function) => ParameterOf(name, function) is not null;

    /// <summary>The parameter of a name; null when the function has none of it.</summary>
    public static Parameter? ParameterOf(string name, SyntaxNode function)
    {
        var parameters = function switch
        {
            FunctionDef definition => definition.Parameters,
            Lambda lambda => lambda.Parameters,
            _ => null,
        };
        return parameters is null ? null : All(parameters).FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal));
    }

    public static IEnumerable<Parameter> All(Arguments parameters)
    {
        foreach (var parameter in parameters.PositionalOnly.Concat(parameters.Positional).Concat(parameters.KeywordOnly))
        {
            yield return parameter;
        }

        if (parameters.VarArgs is { } rest)
        {
            yield return rest;
        }

        if (parameters.KeywordArgs is { } named)
        {
            yield return named;
        }
    }

    private static Expression? OnlyBinding(string name, FunctionDef function)
    {
        if (IsParameter(name, function))
        {
            return null;
        }

        var finder = new BindingFinder(name);
        foreach (var statement in function.Body)
        {
            finder.Visit(statement);
        }

        return finder.Count == 1 ? finder.Value : null;
    }

    private sealed class BindingFinder : SyntaxVisitor
    {
        private readonly string _name;

        public BindingFinder(string name) => _name = name;

        public int Count { get; private set; }

        public Expression? Value { get; private set; }

        public override void VisitAssign(Assign node)
        {
            if (node.Targets is [Name target] && IsIt(target))
            {
                Value = node.Value;
            }

            base.VisitAssign(node);
        }

        public override void VisitAnnAssign(AnnAssign node)
        {
            if (node is { Target: Name target } && IsIt(target))
            {
                Value = node.Value;
            }

            base.VisitAnnAssign(node);
        }

        public override void VisitName(Name node) => Count += node.Context == ExpressionContext.Store && IsIt(node) ? 1 : 0;

        private bool IsIt(Name name) => string.Equals(name.Id, _name, StringComparison.Ordinal);

        public override void VisitFunctionDef(FunctionDef node)
        {
        }

        public override void VisitLambda(Lambda node)
        {
        }
    }
}
