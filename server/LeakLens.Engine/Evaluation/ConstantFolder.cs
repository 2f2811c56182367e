using LeakLens.Engine.Heap;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// What CPython's compiler computes once and shares for ever (Python/ast_opt.c): the reason why appending
/// <c>"x" * 1000</c> five thousand times keeps one string. Products of strings fold up to 4096 characters.
/// </summary>
internal static class ConstantFolder
{
    /// <summary>MAX_STR_SIZE of Python/ast_opt.c: characters of a folded product.</summary>
    private const long LongestText = 4096;

    /// <summary>MAX_COLLECTION_SIZE of Python/ast_opt.c: items of a folded tuple product.</summary>
    private const long LongestTuple = 256;

    private const int DeepestExpression = 200;

    public static Value? TryFold(Expression expression, int depth = 0)
    {
        if (depth > DeepestExpression)
        {
            return null;
        }

        switch (expression)
        {
            case Constant constant:
                return OfConstant(constant);
            case UnaryOp { Operator: UnaryOperator.USub } negated when TryFold(negated.Operand, depth + 1) is { Kind: ValueKind.Int } number:
                return Value.OfInt(Quantities.Quantity.Negate(number.Number));
            case BinOp operation when TryFold(operation.Left, depth + 1) is { } left && TryFold(operation.Right, depth + 1) is { } right:
                return Fold(operation.Operator, left, right);
            default:
                return null;
        }
    }

    /// <summary>A tuple display of constants is one shared constant too.</summary>
    public static bool IsConstantTuple(Expression expression) => expression switch
    {
        Python.Syntax.Tuple tuple => tuple.Elements.All(static element => IsConstantTuple(element) || TryFold(element) is not null),
        BinOp { Operator: BinaryOperator.Mult, Left: Python.Syntax.Tuple items } product =>
            IsConstantTuple(items) && TryFold(product.Right) is { Kind: ValueKind.Int } times && times.Number.High * items.Elements.Length <= LongestTuple,
        _ => false,
    };

    public static Value OfConstant(Constant constant) => constant.LiteralKind switch
    {
        ConstantKind.None or ConstantKind.Ellipsis => Value.None,
        ConstantKind.True => Value.OfBool(true),
        ConstantKind.False => Value.OfBool(false),
        ConstantKind.Integer => constant.Value is long number ? Value.OfInt(number) : Value.OfInt(Quantities.Quantity.AnyInteger),
        ConstantKind.Float when constant.Value is double number => Value.OfFloat(number),
        ConstantKind.String when constant.Value is string text => Value.OfText(text),
        ConstantKind.Bytes when constant.Value is byte[] bytes => Value.OfBytes(bytes.Length),
        _ => Value.Unknown,
    };

    private static Value? Fold(BinaryOperator operation, Value left, Value right)
    {
        if (left.Kind == ValueKind.Int && right.Kind == ValueKind.Int)
        {
            return IntegerArithmetic.TryCompute(operation, left.Number, right.Number) is { IsExact: true } number ? Value.OfInt(number) : null;
        }

        if (operation == BinaryOperator.Mult)
        {
            return right.Kind == ValueKind.Int ? Repeat(left, right.Number.Low) : left.Kind == ValueKind.Int ? Repeat(right, left.Number.Low) : null;
        }

        if (operation != BinaryOperator.Add || left.Kind != right.Kind)
        {
            return null;
        }

        return left.Kind switch
        {
            ValueKind.Text => Value.OfText(left.Text + right.Text),
            ValueKind.ByteText => Value.OfBytes(left.Number.Low + right.Number.Low),
            _ => null,
        };
    }

    private static Value? Repeat(Value value, long times)
    {
        times = Math.Max(0, times);
        if (value.Kind is not (ValueKind.Text or ValueKind.ByteText) || (value.Number.Low > 0 && times > LongestText / value.Number.Low))
        {
            return null;
        }

        return value.Text is { } text
            ? Value.OfText(string.Concat(Enumerable.Repeat(text, (int)times)))
            : Value.OfBytes(value.Number.Low * times);
    }
}
