using System.Numerics;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Code;

/// <summary>What an expression is as far as the text says it: constants, sums and powers of them, and names that one statement binds to such.</summary>
internal static class ConstantValues
{
    private const int Farthest = 6;

    /// <summary>Larger numbers than this are no larger for any rule, and cost nothing to compute.</summary>
    private static readonly BigInteger Largest = BigInteger.One << 128;

    /// <summary>The expression that a name stands for, and so on; all others as they are.</summary>
    public static Expression Of(RuleContext context, Expression expression)
    {
        for (var step = 0; step < Farthest && expression is Name name && Definitions.OnlyValue(context, name) is { } value; step++)
        {
            expression = value;
        }

        return expression;
    }

    public static bool IsNone(RuleContext context, Expression? expression) => expression is not null && Of(context, expression) is Constant { LiteralKind: ConstantKind.None };

    public static bool IsFalse(RuleContext context, Expression? expression) => expression is not null && Of(context, expression) is Constant { LiteralKind: ConstantKind.False };

    public static bool IsTrue(RuleContext context, Expression? expression) => expression is not null && Of(context, expression) is Constant { LiteralKind: ConstantKind.True };

    /// <summary>The whole number that an expression gives, such as <c>2**31 - 1</c>, <c>int(1e6)</c> or the name of one; null where it is not known.</summary>
    public static BigInteger? NumberOf(RuleContext context, Expression? expression) => expression is null ? null : NumberOf(context, expression, Farthest);

    private static BigInteger? NumberOf(RuleContext context, Expression expression, int depth) => depth == 0 ? null : expression switch
    {
        Constant { Value: long number } => number,
        Constant { Value: BigInteger number } => BigInteger.Min(number, Largest),
        UnaryOp { Operator: UnaryOperator.USub } negative => -NumberOf(context, negative.Operand, depth - 1),
        BinOp operation when NumberOf(context, operation.Left, depth - 1) is { } left && NumberOf(context, operation.Right, depth - 1) is { } right => OfOperation(operation.Operator, left, right),
        Call { Arguments: [Constant { Value: double number }] } call when context.Names.Resolve(call.Function)?.Text is "builtins.int" && double.IsFinite(number) => BigInteger.Min(new BigInteger(number), Largest),
        Name name when Definitions.OnlyValue(context, name) is { } value => NumberOf(context, value, depth - 1),
        _ => null,
    };

    private static BigInteger? OfOperation(BinaryOperator operation, BigInteger left, BigInteger right)
    {
        BigInteger? result = operation switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Sub => left - right,
            BinaryOperator.Mult => left * right,
            BinaryOperator.FloorDiv when !right.IsZero => BigInteger.Divide(left, right),
            BinaryOperator.Pow when right.Sign >= 0 => right > 128 ? (BigInteger.Abs(left) > 1 ? Largest : left) : BigInteger.Pow(BigInteger.Min(left, Largest), (int)right),
            BinaryOperator.LShift when right.Sign >= 0 => left << (int)BigInteger.Min(right, 128),
            _ => null,
        };
        return result is { } number ? BigInteger.Min(number, Largest) : null;
    }
}
