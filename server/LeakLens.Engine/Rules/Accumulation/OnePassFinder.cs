using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Accumulation;

/// <summary>Whether a list is used once only, by something that takes one item after the other.</summary>
internal sealed class OnePassFinder
{
    private const string Builtins = "builtins.";

    private readonly RuleContext _context;

    public OnePassFinder(RuleContext context) => _context = context;

    /// <summary>The only use of what an expression makes; null when it is indexed, kept, sorted or used again.</summary>
    public OnePassUse? Of(Expression made) => Direct(made) ?? Named(made);

    /// <summary>The builtin that a call calls, without its module; null when it calls anything else.</summary>
    public string? BuiltinOf(Call call) =>
        call.Function is Name && _context.Names.Resolve(call.Function) is { IsCertain: true } name && name.Text.StartsWith(Builtins, StringComparison.Ordinal)
            ? name.Text[Builtins.Length..]
            : null;

    /// <summary>The list is used where it is made.</summary>
    public OnePassUse? Direct(Expression made) => _context.Code.ParentOf(made) switch
    {
        For { IsAsync: false } loop when ReferenceEquals(loop.Iterable, made) => new OnePassUse(OnePassKind.Loop, loop, null),
        Comprehension { IsAsync: false } part when ReferenceEquals(part.Iterable, made) && _context.Code.ParentOf(part) is { } whole => new OnePassUse(OnePassKind.Loop, whole, null),
        Subscript { Context: ExpressionContext.Load, Index: Constant { Value: 0L } } item when ReferenceEquals(item.Value, made) => new OnePassUse(OnePassKind.First, item, null),
        Call { Arguments: [var first, _] } call when ReferenceEquals(first, made) && BuiltinOf(call) is "enumerate" => Direct(call),
        Call { Arguments: [var only] } call when ReferenceEquals(only, made) => Taken(call),
        _ => null,
    };

    private OnePassUse? Taken(Call call)
    {
        var function = BuiltinOf(call);
        return function switch
        {
            "enumerate" => Direct(call),
            "any" or "all" => new OnePassUse(OnePassKind.Question, call, function),
            "sum" or "min" or "max" => new OnePassUse(OnePassKind.Total, call, function),
            "len" => new OnePassUse(OnePassKind.Count, call, function),
            "set" or "frozenset" => new OnePassUse(OnePassKind.Copy, call, function),
            _ => null,
        };
    }

    /// <summary>The list gets a local name, and the name is read in one place, as often as it is bound.</summary>
    private OnePassUse? Named(Expression made)
    {
        var code = _context.Code;
        if (code.ParentOf(made) is not Assign { Targets: [Name target] } binding || code.FunctionAround(made) is not { } function
            || _context.Uses.OwnerOf(target) is not { } owner || _context.Uses.IsOfModule(owner)
            || _context.Uses.UsesOf(owner) is not [var first, var second] || !ReferenceEquals(first, target)
            || second.Context != ExpressionContext.Load || !ReferenceEquals(code.FunctionAround(second), function)
            || IsRepeatedInExpression(second) || !code.LoopsAround(second).SequenceEqual(code.LoopsAround(binding)))
        {
            return null;
        }

        return Direct(second);
    }

    private bool IsRepeatedInExpression(SyntaxNode node) =>
        _context.Code.Around(node).TakeWhile(static around => around is not Statement).Any(static around => around is Comprehension or ListComp or SetComp or DictComp or GeneratorExp or Lambda);
}
