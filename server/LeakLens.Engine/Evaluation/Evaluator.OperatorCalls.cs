using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Operators that are called as functions: <c>operator.mul(a, b)</c>, and <c>";".__eq__</c>, given away as a test.</summary>
internal sealed partial class Evaluator
{
    private const string OperatorModule = "operator.";

    private Value? CallOperatorFunction(string qualifiedName, CallArguments arguments, SyntaxNode node) =>
        qualifiedName.StartsWith(OperatorModule, StringComparison.Ordinal) && !arguments.HasUnknownMore && arguments.Named.Count == 0
            ? ApplyNamed(qualifiedName[OperatorModule.Length..].Trim('_'), arguments, node)
            : null;

    /// <summary>The method of an operator, of a value of a built-in type; null when it is none.</summary>
    private Value? CallOperatorMethod(Value receiver, string name, CallArguments arguments, SyntaxNode node)
    {
        const int Frame = 2;
        if (name.Length <= 2 * Frame || !name.StartsWith("__", StringComparison.Ordinal) || !name.EndsWith("__", StringComparison.Ordinal)
            || arguments.HasUnknownMore || receiver.Kind is ValueKind.Unknown or ValueKind.Union or ValueKind.Absent || receiver.Reference is { Kind: ObjectKind.Instance or ObjectKind.Class or ObjectKind.Function })
        {
            return null;
        }

        var operation = name[Frame..^Frame];

        // What is of another type it does not know how to compare.
        return ComparisonNamed(operation) is null || (arguments.Positional.Count == 1 && AreAlike(receiver, arguments[0])) ? ApplyNamed(operation, arguments.Behind(receiver), node) : null;
    }

    private static bool AreAlike(Value left, Value right) =>
        (IsNumber(left) && IsNumber(right)) || (IsText(left) && IsText(right)) || (left.Kind == ValueKind.None && right.Kind == ValueKind.None)
        || (BytesLength(left) is not null && BytesLength(right) is not null) || (left.Reference is { } one && right.Reference is { } other && one.Kind == other.Kind);

    private Value? ApplyNamed(string operation, CallArguments arguments, SyntaxNode node) => arguments.Positional.Count switch
    {
        1 => ApplyToOne(operation, arguments[0], node),
        2 => ApplyToTwo(operation, arguments[0], arguments[1], node),
        3 when operation is "setitem" && arguments[0].Reference is { Kind: ObjectKind.Dict } dict => StoreUnder(dict, arguments[1], arguments[2], node),
        3 when operation is "setitem" && arguments[0].Reference is { } container => CallItemOperator(container, "__setitem__", new CallArguments([arguments[1], arguments[2]], []), node),
        _ => null,
    };

    private Value StoreUnder(HeapObject dict, Value key, Value value, SyntaxNode node)
    {
        SetKey(dict, key, value, node, isLiteral: false);
        return Value.None;
    }

    private Value? ApplyToOne(string operation, Value operand, SyntaxNode node) => operation switch
    {
        "not" => Truth(operand, node) is { } truth ? Value.OfBool(!truth) : Value.AnyBool,
        "truth" or "bool" => OfTruth(Truth(operand, node)),
        "neg" => ApplyUnary(UnaryOperator.USub, operand, node),
        "pos" => ApplyUnary(UnaryOperator.UAdd, operand, node),
        "inv" or "invert" => ApplyUnary(UnaryOperator.Invert, operand, node),
        "index" when operand.Kind == ValueKind.Int => operand,
        "len" => LengthOf(operand, node),
        "str" => Stringify(operand, node, isRepr: false),
        "repr" => Stringify(operand, node, isRepr: true),
        _ => null,
    };

    private Value? ApplyToTwo(string operation, Value left, Value right, SyntaxNode node)
    {
        if (ComparisonNamed(operation) is { } comparison)
        {
            return OfTruth(CompareValues(comparison, left, right, node));
        }

        switch (operation)
        {
            case "is":
                return OfTruth(IsSame(left, right));
            case "is_not":
                return OfTruth(!IsSame(left, right));
            case "contains":
                return OfTruth(Contains(left, right, node));
            case "getitem":
                return ItemUnder(left, right, node);
            case "delitem" when left.Reference is { } container:
                return CallItemOperator(container, "__delitem__", new CallArguments([right], []), node);
            default:
                return OperationNamed(operation) is { } binary ? Combine(binary, left, right, node)
                    : operation.StartsWith('r') && OperationNamed(operation[1..]) is { } reflected ? Combine(reflected, right, left, node)
                    : null;
        }
    }

    private static CompareOperator? ComparisonNamed(string name) => name switch
    {
        "eq" => CompareOperator.Eq,
        "ne" => CompareOperator.NotEq,
        "lt" => CompareOperator.Lt,
        "le" => CompareOperator.LtE,
        "gt" => CompareOperator.Gt,
        "ge" => CompareOperator.GtE,
        _ => null,
    };

    private static BinaryOperator? OperationNamed(string name) => name switch
    {
        "add" or "concat" => BinaryOperator.Add,
        "sub" => BinaryOperator.Sub,
        "mul" => BinaryOperator.Mult,
        "matmul" => BinaryOperator.MatMult,
        "truediv" => BinaryOperator.Div,
        "floordiv" => BinaryOperator.FloorDiv,
        "mod" => BinaryOperator.Mod,
        "pow" => BinaryOperator.Pow,
        "lshift" => BinaryOperator.LShift,
        "rshift" => BinaryOperator.RShift,
        "and" => BinaryOperator.BitAnd,
        "or" => BinaryOperator.BitOr,
        "xor" => BinaryOperator.BitXor,
        _ => null,
    };
}
