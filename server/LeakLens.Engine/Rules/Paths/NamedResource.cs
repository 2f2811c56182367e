using System.Collections.Immutable;
using LeakLens.Engine.Rules.Code;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Paths;

/// <summary>
/// Something that a function binds to a name of its own, and releases by a method: <c>f = open(p)</c> ... <c>f.close()</c>. It is
/// handed over where the name is returned, yielded, stored, aliased, closed over, or given to a call that may keep it.
/// </summary>
internal class NamedResource : PathQuestion
{
    private readonly string _name;
    private readonly Func<string, bool> _isReleasingMethod;
    private readonly CodeMap _code;
    private readonly PathConditions _conditions;

    /// <param name="name">The name, local to the function.</param>
    /// <param name="acquisition">Where it is acquired.</param>
    /// <param name="isReleasingMethod">A call of this method releases it.</param>
    public NamedResource(string name, SyntaxNode acquisition, Func<string, bool> isReleasingMethod, CodeMap code)
    {
        _name = name;
        _isReleasingMethod = isReleasingMethod;
        _code = code;
        _conditions = PathConditions.At(acquisition, code);
    }

    public sealed override PathEffect EffectOf(FlowPoint point)
    {
        if (point is { Kind: FlowPointKind.Leave, Node: WithItem item })
        {
            return IsReleasedBy(item) ? PathEffect.Release : PathEffect.None;
        }

        return point.Node is WithItem entered && IsReleasedBy(entered) ? PathEffect.None : EffectOf(point.Nodes);
    }

    private PathEffect EffectOf(ImmutableArray<SyntaxNode> nodes)
    {
        var effect = PathEffect.None;
        foreach (var node in nodes)
        {
            if (IsRelease(node))
            {
                return PathEffect.Release;
            }

            if (IsMeant(node) ? IsHandedOver(node) : IsClosedOver(node))
            {
                effect = PathEffect.HandOver;
            }
        }

        return effect;
    }

    public override bool IsExcluded(Expression test, bool outcome) => TruthOf(test) is { } known ? known != outcome : _conditions.IsExcluded(test, outcome);

    /// <summary>A manager that fails to be entered is rare, and then it often has released what it was made from.</summary>
    public override bool MayRaise(FlowPoint point) => point.Node is not WithItem item || !IsReleasedBy(item);

    /// <summary>The call that is given it, or the <c>yield</c> that gives it out, may keep or release it. By default every one may.</summary>
    protected virtual bool MayKeep(SyntaxNode taker) => true;

    /// <summary>A call that releases what it is given, besides the methods of the thing itself.</summary>
    protected virtual bool IsReleasingCall(Call call) => false;

    private bool IsMeant(SyntaxNode node) => node is Name { Context: ExpressionContext.Load } name && string.Equals(name.Id, _name, StringComparison.Ordinal);

    /// <summary><c>with f:</c> and <c>with closing(f):</c> release; so does any manager that is made from it.</summary>
    private bool IsReleasedBy(WithItem item) =>
        IsMeant(item.Context) || (item.Context is Call call && (call.Arguments.Any(IsMeant) || call.Keywords.Any(keyword => IsMeant(keyword.Value))));

    private bool IsRelease(SyntaxNode node) => node is Call call && call.Function switch
    {
        LeakLens.Python.Syntax.Attribute method when IsMeant(method.Value) => _isReleasingMethod(method.Name),
        _ => call.Arguments.Any(IsMeant) && IsReleasingCall(call),
    };

    private bool IsHandedOver(SyntaxNode use)
    {
        foreach (var around in _code.Around(use))
        {
            switch (around)
            {
                case LeakLens.Python.Syntax.Attribute attribute:
                    // The method itself, kept to be called later, releases too.
                    var isCalled = _code.ParentOf(attribute) is Call { Function: var function } && ReferenceEquals(function, attribute);
                    return !isCalled && _isReleasingMethod(attribute.Name);
                case Subscript or Compare or UnaryOp or BinOp or Expr or If or While or For or Match or Comprehension or FormattedValue or Delete or WithItem or Assert:
                    return false;
                case Call or Yield:
                    return MayKeep(around);
                case BoolOp or IfExp or Starred or LeakLens.Python.Syntax.Tuple or List or Dict or Set or NamedExpr or Keyword or Await:
                    break;
                default:
                    return true;
            }
        }

        return false;
    }

    /// <summary>A function inside makes use of the name: who calls it, and when, is not looked for.</summary>
    private bool IsClosedOver(SyntaxNode node)
    {
        if (node is not (FunctionDef or Lambda))
        {
            return false;
        }

        var finder = new NameFinder(_name);
        finder.Visit(node);
        return finder.IsFound;
    }

    /// <summary>What a test of the name itself says while it is held: <c>if f:</c>, <c>if f is not None:</c>.</summary>
    private bool? TruthOf(Expression test) => test switch
    {
        Name => IsMeant(test) ? true : null,
        UnaryOp { Operator: UnaryOperator.Not } not => !TruthOf(not.Operand),
        Compare { Operators: [CompareOperator.Is or CompareOperator.Eq], Comparators: [Constant { LiteralKind: ConstantKind.None }] } compare when IsMeant(compare.Left) => false,
        Compare { Operators: [CompareOperator.IsNot or CompareOperator.NotEq], Comparators: [Constant { LiteralKind: ConstantKind.None }] } compare when IsMeant(compare.Left) => true,
        Compare { Operators: [var comparison], Comparators: [var number] } compare when IsMeant(compare.Left) && IsSmallNumber(number) => IsOfDescriptor(comparison),
        BoolOp { Operator: BoolOperator.Or } any when any.Values.Any(value => TruthOf(value) is true) => true,
        BoolOp { Operator: BoolOperator.And } all when all.Values.Any(value => TruthOf(value) is false) => false,
        BoolOp { Operator: BoolOperator.And } all when all.Values.All(value => TruthOf(value) is true) => true,
        _ => null,
    };

    /// <summary>-1, 0, 1 or 2: what asks whether there is a descriptor at all.</summary>
    private static bool IsSmallNumber(Expression expression) => expression is Constant { Value: >= 0L and <= 2L } or UnaryOp { Operator: UnaryOperator.USub, Operand: Constant { Value: 1L } };

    private static bool? IsOfDescriptor(CompareOperator comparison) => comparison switch
    {
        CompareOperator.Gt or CompareOperator.GtE or CompareOperator.NotEq => true,
        CompareOperator.Lt or CompareOperator.LtE or CompareOperator.Eq => false,
        _ => null,
    };
}
