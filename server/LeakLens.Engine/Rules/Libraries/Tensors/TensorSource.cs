using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Tensors;

/// <summary>Which expressions of a function carry the history of a tensor: the tensor itself, and what is made of it without <c>item()</c> or <c>detach()</c>.</summary>
internal sealed class TensorSource
{
    private const int Deepest = 6;

    private readonly RuleContext _context;
    private readonly Func<Expression, bool> _isSource;

    /// <param name="isSource">The expression gives a tensor with a history.</param>
    public TensorSource(RuleContext context, Func<Expression, bool> isSource)
    {
        _context = context;
        _isSource = isSource;
    }

    public bool IsCarriedBy(Expression expression) => IsCarriedBy(expression, Deepest);

    private bool IsCarriedBy(Expression expression, int depth) => depth > 0 && (_isSource(expression) || expression switch
    {
        BinOp operation => IsCarriedBy(operation.Left, depth - 1) || IsCarriedBy(operation.Right, depth - 1),
        UnaryOp operation => IsCarriedBy(operation.Operand, depth - 1),
        Call { Function: Python.Syntax.Attribute { Name: var method, Value: var tensor } } => LibraryData.Instance.Set("tensors.carrying").Contains(method) && IsCarriedBy(tensor, depth - 1),
        Python.Syntax.Tuple tuple => tuple.Elements.Any(element => IsCarriedBy(element, depth - 1)),
        List list => list.Elements.Any(element => IsCarriedBy(element, depth - 1)),
        Dict dict => dict.Values.Any(value => IsCarriedBy(value, depth - 1)),
        Subscript part => IsCarriedBy(part.Value, depth - 1),
        Name name => BoundInLoop(name) is { } value && IsCarriedBy(value, depth - 1),
        _ => false,
    });

    /// <summary>What a name is bound to by the only statement of its function that binds it.</summary>
    private Expression? BoundInLoop(Name name) => Definitions.OnlyValue(_context, name);
}
