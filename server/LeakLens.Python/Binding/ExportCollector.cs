using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Binding;

/// <summary>
/// Reads the forms in which modules write <c>__all__</c>: a list or tuple of strings, sums of them, <c>+=</c>, <c>extend</c>,
/// <c>append</c> and <c>remove</c>, also under <c>if</c> and <c>try</c>.
/// </summary>
internal sealed class ExportCollector : SyntaxVisitor
{
    public const string Variable = "__all__";

    private readonly List<string> _names = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>In the body of an <c>if</c>, <c>try</c> or loop, which may not run: it adds names and takes none.</summary>
    private int _conditions;

    public ImmutableArray<string> Names => [.. _names.Where(_seen.Contains).Distinct(StringComparer.Ordinal)];

    public bool IsComplete { get; private set; } = true;

    /// <summary>Only what the module's own code does counts.</summary>
    public override void VisitFunctionDef(FunctionDef node)
    {
    }

    public override void VisitClassDef(ClassDef node)
    {
    }

    public override void VisitAssign(Assign node)
    {
        if (node.Targets.Any(IsVariable))
        {
            Replace(node.Value);
        }
    }

    public override void VisitAnnAssign(AnnAssign node)
    {
        if (IsVariable(node.Target) && node.Value is not null)
        {
            Replace(node.Value);
        }
    }

    public override void VisitAugAssign(AugAssign node)
    {
        if (IsVariable(node.Target))
        {
            AddAll(node.Operator == BinaryOperator.Add ? node.Value : null);
        }
    }

    public override void VisitIf(If node) => VisitConditional(node);

    public override void VisitFor(For node) => VisitConditional(node);

    public override void VisitWhile(While node) => VisitConditional(node);

    public override void VisitTry(Try node) => VisitConditional(node);

    public override void VisitMatch(Match node) => VisitConditional(node);

    public override void VisitDelete(Delete node) => IsComplete &= !node.Targets.Any(IsVariable);

    public override void VisitExpr(Expr node)
    {
        if (node.Value is not Call { Function: Syntax.Attribute { Value: var owner, Name: var method } } call || !IsVariable(owner))
        {
            return;
        }

        var argument = call.Arguments is [var only] && call.Keywords.IsEmpty ? only : null;
        switch (method)
        {
            case "extend":
                AddAll(argument);
                break;
            case "append":
                Add(argument);
                break;
            case "remove":
                Remove(argument);
                break;
            default:
                IsComplete = false;
                break;
        }
    }

    private void VisitConditional(SyntaxNode node)
    {
        _conditions++;
        node.VisitChildren(this);
        _conditions--;
    }

    private void Replace(Expression value)
    {
        if (_conditions == 0 && !Continues(value))
        {
            _seen.Clear();
            _names.Clear();
            IsComplete = true;
        }

        AddAll(value);
    }

    private static bool Continues(Expression value) => IsVariable(value) || (value is BinOp sum && (Continues(sum.Left) || Continues(sum.Right)));

    private void AddAll(Expression? value)
    {
        switch (value)
        {
            case List list:
                AddEach(list.Elements);
                break;
            case Syntax.Tuple tuple:
                AddEach(tuple.Elements);
                break;
            case BinOp { Operator: BinaryOperator.Add } sum:
                AddAll(sum.Left);
                AddAll(sum.Right);
                break;
            case Name name when IsVariable(name):
                break;
            default:
                IsComplete = false;
                break;
        }
    }

    private void AddEach(ImmutableArray<Expression> elements)
    {
        foreach (var element in elements)
        {
            Add(element);
        }
    }

    private void Add(Expression? element)
    {
        if (element is not Constant { LiteralKind: ConstantKind.String, Value: string name })
        {
            // `*other` brings the names of a list that stands elsewhere.
            IsComplete = false;
        }
        else if (_seen.Add(name))
        {
            _names.Add(name);
        }
    }

    private void Remove(Expression? element)
    {
        if (element is not Constant { Value: string name })
        {
            IsComplete = false;
        }
        else if (_conditions == 0)
        {
            _seen.Remove(name);
        }
    }

    private static bool IsVariable(Expression expression) => expression is Name { Id: Variable };
}
