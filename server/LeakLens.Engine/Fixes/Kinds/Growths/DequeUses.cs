using System.Collections.Frozen;
using LeakLens.Engine.Rules;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Fixes.Kinds.Growths;

/// <summary>Whether what a file does with a list works with a deque as well. A deque has no slices, no sort, and is no list to JSON.</summary>
internal sealed class DequeUses
{
    private const int Deepest = 3;

    private static readonly FrozenSet<string> Methods = new[] { "append", "extend", "pop", "clear", "count", "index", "remove", "reverse", "copy", "appendleft", "popleft", "rotate", "extendleft" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Readers = new[]
    {
        "len", "list", "tuple", "set", "frozenset", "sorted", "sum", "min", "max", "any", "all", "enumerate", "iter", "reversed", "zip", "map", "filter", "bool", "id", "print",
        "str", "repr", "type", "getsizeof",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly RuleContext _rules;

    public DequeUses(RuleContext rules) => _rules = rules;

    public bool AreFine(Place place) => place.Uses(_rules).All(use => ReferenceEquals(use, place.Target) || IsFine(use, Deepest));

    private bool IsFine(Expression use, int depth) => _rules.Code.ParentOf(use) switch
    {
        Attribute method => _rules.Code.ParentOf(method) is Call call && ReferenceEquals(call.Function, method) && Methods.Contains(method.Name) && !(method.Name is "pop" && call.Arguments.Length > 0),
        Subscript item => ReferenceEquals(item.Value, use) && item.Index is Constant { Value: 0L } or UnaryOp { Operator: UnaryOperator.USub, Operand: Constant { Value: 1L } },
        Call call => ReferenceEquals(call.Function, use) ? false : IsFineArgument(call, use, depth),
        For or Comprehension or Compare or If or While or UnaryOp or BoolOp or IfExp or Starred or Expr or YieldFrom or FormattedValue => true,
        AugAssign { Operator: BinaryOperator.Add } => true,
        Assign { Targets: [Name alias] } assign when ReferenceEquals(assign.Value, use) => depth > 0 && AreFine(alias, depth - 1),
        Assign or AnnAssign or Delete or Global or Nonlocal => use is Name { Context: not ExpressionContext.Load } or Attribute { Context: not ExpressionContext.Load } && MakesNoList(use),
        _ => false,
    };

    /// <summary>Bound again, to a new list: that would be a list again.</summary>
    private bool MakesNoList(Expression use) => _rules.Code.ParentOf(use) is not (Assign or AnnAssign);

    private bool AreFine(Name alias, int depth) =>
        _rules.Uses.OwnerOf(alias) is { } owner && _rules.Uses.UsesOf(owner).All(use => use.Context is ExpressionContext.Store || IsFine(use, depth));

    private bool IsFineArgument(Call call, Expression use, int depth)
    {
        if (call.Function is Name { Id: var name } && Readers.Contains(name))
        {
            return true;
        }

        if (call.Function is Attribute { Name: "join" or "extend" or "getsizeof" or "update" or "writelines" or "from_iterable" or "islice" })
        {
            return true;
        }

        var index = call.Arguments.IndexOf(use);
        if (depth == 0 || index < 0 || Definitions.FunctionOf(_rules, call.Function) is not { } function)
        {
            return false;
        }

        var positional = function.Parameters.PositionalOnly.AddRange(function.Parameters.Positional);
        index += call.Function is Attribute ? 1 : 0;
        return index < positional.Length && _rules.Tree.GetScopes().GetScope(function).Find(positional[index].Name) is { } symbol
            && _rules.Uses.UsesOf(symbol).All(inner => IsFine(inner, depth - 1));
    }
}
