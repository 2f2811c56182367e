using System.Numerics;
using System.Text;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Known;

/// <summary>Binary operators on known values; null when the result is not known.</summary>
internal static class KnownOperators
{
    /// <summary>The operator of the tree on known values; null for one that they do not have.</summary>
    public static KnownOperator? Of(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Add => KnownOperator.Add,
        BinaryOperator.Sub => KnownOperator.Subtract,
        BinaryOperator.Mult => KnownOperator.Multiply,
        BinaryOperator.Div => KnownOperator.Divide,
        BinaryOperator.FloorDiv => KnownOperator.FloorDivide,
        BinaryOperator.Mod => KnownOperator.Modulo,
        BinaryOperator.Pow => KnownOperator.Power,
        BinaryOperator.LShift => KnownOperator.ShiftLeft,
        BinaryOperator.RShift => KnownOperator.ShiftRight,
        BinaryOperator.BitAnd => KnownOperator.And,
        BinaryOperator.BitOr => KnownOperator.Or,
        BinaryOperator.BitXor => KnownOperator.Xor,
        _ => null,
    };

    public static object? Apply(KnownOperator operation, object left, object right)
    {
        if (KnownCall.ToInt(left) is { } a && KnownCall.ToInt(right) is { } b)
        {
            return left is bool first && right is bool second && operation is KnownOperator.And or KnownOperator.Or or KnownOperator.Xor
                ? operation switch { KnownOperator.And => first & second, KnownOperator.Or => first | second, _ => first ^ second }
                : ApplyToInts(operation, a, b);
        }

        if (KnownComparison.IsNumber(left) && KnownComparison.IsNumber(right))
        {
            return KnownCall.ToFloat(left) is { } x && KnownCall.ToFloat(right) is { } y ? ApplyToFloats(operation, x, y) : null;
        }

        if (left is KnownObject || right is KnownObject)
        {
            return (left as KnownObject)?.Operate(operation, right, isRight: false) ?? (right as KnownObject)?.Operate(operation, left, isRight: true);
        }

        return operation switch
        {
            KnownOperator.Add => Concatenate(left, right),
            KnownOperator.Multiply => KnownCall.ToInt(right) is { } times ? Repeat(left, times) : KnownCall.ToInt(left) is { } many ? Repeat(right, many) : null,
            KnownOperator.Modulo when left is string format => PercentText.Format(format, right),
            KnownOperator.Modulo when left is byte[] format => PercentText.Format(Encoding.Latin1.GetString(format), right, isBytes: true) is var made && made is string text ? Encoding.Latin1.GetBytes(text) : made,
            _ => null,
        };
    }

    private static object? ApplyToInts(KnownOperator operation, BigInteger left, BigInteger right)
    {
        object? result = operation switch
        {
            KnownOperator.Add => left + right,
            KnownOperator.Subtract => left - right,
            KnownOperator.Multiply => Math.Min(WholeNumber.Bits(left), WholeNumber.Bits(right)) <= KnownLimits.MostBits ? left * right : null,
            KnownOperator.Divide or KnownOperator.FloorDivide or KnownOperator.Modulo when Math.Max(WholeNumber.Bits(left), WholeNumber.Bits(right)) > 2 * KnownLimits.MostBits => null,
            KnownOperator.Divide => WholeNumber.TrueDivide(left, right),
            KnownOperator.FloorDivide or KnownOperator.Modulo when right.IsZero => new KnownError("ZeroDivisionError", "integer division or modulo by zero"),
            KnownOperator.FloorDivide => WholeNumber.FloorDivide(left, right),
            KnownOperator.Modulo => WholeNumber.Modulo(left, right),
            KnownOperator.Power => WholeNumber.Power(left, right),
            KnownOperator.ShiftLeft or KnownOperator.ShiftRight when right.Sign < 0 => new KnownError("ValueError", "negative shift count"),
            KnownOperator.ShiftLeft => left.IsZero ? left : right <= KnownLimits.MostBitsOfSums ? left << (int)right : null,
            KnownOperator.ShiftRight => right <= KnownLimits.MostBitsOfSums ? left >> (int)right : WholeNumber.Bits(left) <= KnownLimits.MostBitsOfSums ? left.Sign < 0 ? BigInteger.MinusOne : BigInteger.Zero : null,
            KnownOperator.And => left & right,
            KnownOperator.Or => left | right,
            _ => left ^ right,
        };
        return result is BigInteger whole && WholeNumber.Bits(whole) > KnownLimits.MostBitsOfSums ? null : result;
    }

    private static object? ApplyToFloats(KnownOperator operation, double left, double right)
    {
        switch (operation)
        {
            case KnownOperator.Add:
                return left + right;
            case KnownOperator.Subtract:
                return left - right;
            case KnownOperator.Multiply:
                return left * right;
            case KnownOperator.Divide or KnownOperator.FloorDivide or KnownOperator.Modulo when right == 0:
                return new KnownError("ZeroDivisionError", operation switch { KnownOperator.Divide => "float division by zero", KnownOperator.Modulo => "float modulo", _ => "float floor division by zero" });
            case KnownOperator.Divide:
                return left / right;
            case KnownOperator.FloorDivide:
                return FloatNumber.DivMod(left, right).Quotient;
            case KnownOperator.Modulo:
                return FloatNumber.DivMod(left, right).Remainder;
            case KnownOperator.Power:
                return FloatNumber.Power(left, right);
            default:
                return null;
        }
    }

    private static object? Concatenate(object left, object right) => (left, right) switch
    {
        // An empty text adds nothing: the other one is the result itself.
        (string first, string second) => first.Length + second.Length > KnownLimits.LongestText ? null : second.Length == 0 ? first : first.Length == 0 ? second : first + second,
        (byte[] first, byte[] second) => first.Length + second.Length > KnownLimits.LongestText ? null : second.Length == 0 ? first : first.Length == 0 ? second : [.. first, .. second],
        _ => null,
    };

    private static object? Repeat(object value, BigInteger times)
    {
        var count = times.Sign < 0 ? 0 : times > KnownLimits.LongestText ? KnownLimits.LongestText + 1 : (int)times;
        switch (value)
        {
            case string text:
                return count == 1 ? text : (long)text.Length * count > KnownLimits.LongestText ? null : text.Length == 0 ? text : TextPad.Times(text, count);
            case byte[] bytes when count == 1:
                return bytes;
            case byte[] bytes when (long)bytes.Length * count <= KnownLimits.LongestText:
                var all = new byte[bytes.Length * count];
                for (var i = 0; i < all.Length; i++)
                {
                    all[i] = bytes[i % bytes.Length];
                }

                return all;
            default:
                return null;
        }
    }
}
