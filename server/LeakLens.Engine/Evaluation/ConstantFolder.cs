using System.Numerics;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
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

    /// <summary>MAX_INT_SIZE of Python/ast_opt.c: bits of a folded int.</summary>
    private const int MostBits = 128;

    /// <summary>Above this bounds only say that arithmetic was saturated.</summary>
    private const long LargestInt = (1L << 61) - 1;

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
            case UnaryOp { Operator: UnaryOperator.USub } negated when TryFold(negated.Operand, depth + 1) is { Kind: ValueKind.Float } number:
                return Value.OfFloat(-number.FloatValue);
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
        ConstantKind.None => Value.None,
        ConstantKind.Ellipsis => Value.Of(new KnownThing("Ellipsis")),
        ConstantKind.True => Value.OfBool(true),
        ConstantKind.False => Value.OfBool(false),
        ConstantKind.Integer => constant.Value is long number and >= -LargestInt and <= LargestInt ? Value.OfInt(number)
            : constant.Value is BigInteger large && WholeNumber.Bits(large) <= KnownLimits.MostBits ? Value.OfLargeInt(large)
            : constant.Value is long wide ? Value.OfLargeInt(wide) : Value.OfInt(Quantities.Quantity.AnyInteger),
        ConstantKind.Float when constant.Value is double number => Value.OfFloat(number),
        ConstantKind.String when constant.Value is string text => Value.OfText(text),
        ConstantKind.Bytes when constant.Value is byte[] bytes => Value.OfBytes(bytes),
        _ => Value.Unknown,
    };

    private static Value? Fold(BinaryOperator operation, Value left, Value right)
    {
        if (left.Kind == ValueKind.Int && right.Kind == ValueKind.Int)
        {
            return FoldInts(operation, left, right);
        }

        if (left.Kind is ValueKind.Int or ValueKind.Float && right.Kind is ValueKind.Int or ValueKind.Float)
        {
            return FoldFloats(operation, left, right);
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
            ValueKind.ByteText when left.Content is { } first && right.Content is { } second => Value.OfBytes([.. first, .. second]),
            ValueKind.ByteText => Value.OfBytes(left.Number.Low + right.Number.Low),
            _ => null,
        };
    }

    private static Value? FoldInts(BinaryOperator operation, Value left, Value right)
    {
        if (IntegerArithmetic.TryCompute(operation, left.Number, right.Number) is { IsExact: true, Low: >= -LargestInt and <= LargestInt } number)
        {
            return Value.OfInt(number);
        }

        // safe_multiply, safe_power and safe_lshift of Python/ast_opt.c: results of more bits are computed anew each time.
        return KnownOperation(operation) is { } known && WholeOf(left) is { } a && WholeOf(right) is { } b
            ? KnownOperators.Apply(known, a, b) switch
            {
                BigInteger large when WholeNumber.Bits(large) <= MostBits => BigInteger.Abs(large) <= LargestInt ? Value.OfInt((long)large) : Value.OfLargeInt(large),
                double quotient => Value.OfFloat(quotient),
                _ => null,
            }
            : null;
    }

    private static Value? FoldFloats(BinaryOperator operation, Value left, Value right) =>
        KnownOperation(operation) is { } known && FloatOf(left) is { } a && FloatOf(right) is { } b && KnownOperators.Apply(known, a, b) is double result ? Value.OfFloat(result) : null;

    private static BigInteger? WholeOf(Value value) => value.Number.IsExact ? value.Number.Low : value.LargeInt;

    private static object? FloatOf(Value value) => value.Kind == ValueKind.Float ? value.FloatValue : WholeOf(value);

    private static KnownOperator? KnownOperation(BinaryOperator operation) => KnownOperators.Of(operation);

    private static Value? Repeat(Value value, long times)
    {
        times = Math.Max(0, times);
        if (value.Kind is not (ValueKind.Text or ValueKind.ByteText) || (value.Number.Low > 0 && times > LongestText / value.Number.Low))
        {
            return null;
        }

        return value.Text is { } text ? Value.OfText(string.Concat(Enumerable.Repeat(text, (int)times)))
            : value.Content is { } bytes ? Value.OfBytes([.. Enumerable.Repeat(bytes, (int)times).SelectMany(static part => part)])
            : Value.OfBytes(value.Number.Low * times);
    }
}
