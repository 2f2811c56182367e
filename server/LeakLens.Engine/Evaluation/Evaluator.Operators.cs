using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Known.Dates;
using LeakLens.Engine.Library;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Operators, and the decisions made with them.</summary>
internal sealed partial class Evaluator
{
    // The ways of a decision: which side was taken, and for piecewise operations which border is meant.
    internal const int Yes = 1;
    internal const int No = 2;
    private const int UpperBorder = GuardKey.UpperBorder;
    internal const int LowerBorder = 4;

    /// <summary>Floats are compared in millionths when margins are needed.</summary>
    private const double FloatScale = 1e6;

    private bool? Test(Expression test)
    {
        if (test is UnaryOp { Operator: UnaryOperator.Not } negated)
        {
            return !Test(negated.Operand);
        }

        return Truth(Evaluate(test), test);
    }

    private bool? Truth(Value value, SyntaxNode node)
    {
        switch (value.Kind)
        {
            case ValueKind.None:
                return false;
            case ValueKind.Bool:
                return value.Number.IsExact ? value.Number.Low != 0 : null;
            case ValueKind.Int:
                return value.LargeInt is not null ? true : DecideNonZero(value.Number, node);
            case ValueKind.Text or ValueKind.ByteText:
                return DecideNonZero(value.Number, node);
            case ValueKind.Float:
                return value.FloatValue != 0;
            case ValueKind.Known:
                return true;
            case ValueKind.Object when value.Reference is { } target:
                return TruthOf(target, node);
            case ValueKind.Unknown when value.Reference is { Kind: ObjectKind.Float, Known: KnownTime time }:
                return time.Truth;
            default:
                return null;
        }
    }

    private bool? TruthOf(HeapObject target, SyntaxNode node) => target.Kind switch
    {
        ObjectKind.Str or ObjectKind.Bytes => DecideNonZero(target.LeafLength, node),
        ObjectKind.Range when target.Payload is RangeValue range => DecideNonZero(range.Count, node),
        ObjectKind.List or ObjectKind.Tuple or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Deque or ObjectKind.ByteArray =>
            target.IsSummary ? null : DecideNonZero(target.GetMeta(Meta.Length), node),
        ObjectKind.Instance => TruthOfInstance(target, node),
        _ when target is { Known: KnownObject known, IsSummary: false } => known.IsTrue,
        _ => target.Payload is TypeModel { QualifiedName: "decimal.Decimal" or "fractions.Fraction" or "datetime.timedelta" } ? null : true,
    };

    private bool? TruthOfInstance(HeapObject instance, SyntaxNode node)
    {
        if (IsExact && !instance.IsSummary && ClassOf(instance) is { Payload: ClassValue { IsEnum: true } definition } type && FindInClass(type, "__bool__") is null)
        {
            return definition.IsEnumOfValues || IsFlag(definition) ? Truth(ValueOfMember(Value.Of(instance)), node) : true;
        }

        if (IsExact && instance.Payload is ExceptionType)
        {
            return true;
        }

        if (instance.IsSummary || ClassOf(instance) is not { Payload: ClassValue { HasUnknownBase: false } })
        {
            return null;
        }

        var answer = CallSpecial(Value.Of(instance), "__bool__", CallArguments.None, node) ?? CallSpecial(Value.Of(instance), "__len__", CallArguments.None, node);
        return answer is { } given ? Truth(given, node) : true;
    }

    private bool? DecideNonZero(Quantity number, SyntaxNode node)
    {
        if (number.Low > 0 || number.High < 0)
        {
            Decide(node, Yes, number.Low > 0 ? number.Low - 1 : -number.High - 1);
            return true;
        }

        if (number == Quantity.Zero)
        {
            Decide(node, No, 0);
            return false;
        }

        return null;
    }

    /// <summary>Where a handler may wait for it: there is nothing to divide by, or to take out. That there is something is a decision.</summary>
    private bool IsSurelyMissing(Quantity number, string exception, SyntaxNode node)
    {
        var isThere = DecideNonZero(number, node);
        if (isThere is null)
        {
            Doubt(exception);
        }

        return isThere == false;
    }

    private Value EvaluateBinary(BinOp operation)
    {
        if (ConstantFolder.TryFold(operation) is { } folded)
        {
            return folded;
        }

        if (operation.Operator == BinaryOperator.Mult && ConstantFolder.IsConstantTuple(operation))
        {
            var product = Combine(operation.Operator, Evaluate(operation.Left), Evaluate(operation.Right), operation);
            return product.Reference is { } made ? ConstantOf(operation, made) : product;
        }

        if (operation is { Operator: BinaryOperator.Mod, Left: Constant { LiteralKind: ConstantKind.Bytes, Value: byte[] format } })
        {
            return FormatBytes(format, Evaluate(operation.Right), operation);
        }

        var left = Evaluate(operation.Left);
        var right = Evaluate(operation.Right);
        if (_afterCall != Completion.Normal)
        {
            return Value.Unknown;
        }

        var result = Combine(operation.Operator, left, right, operation);
        NoteLarge(result, operation);
        return result;
    }

    private Value Combine(BinaryOperator operation, Value left, Value right, SyntaxNode node)
    {
        if (IsNumber(left) && IsNumber(right))
        {
            return Calculate(operation, left, right, node);
        }

        if ((IsText(left) || IsText(right) || BytesLength(left) is not null || BytesLength(right) is not null || left.Reference?.Known is not null || right.Reference?.Known is not null) && TryOperate(operation, left, right, node) is { } known)
        {
            return known;
        }

        if ((IsSomeFloat(left) && (IsNumber(right) || IsSomeFloat(right))) || (IsNumber(left) && IsSomeFloat(right)))
        {
            return Value.OfSomeFloat(_heap.Allocate(ObjectKind.Float, node, _frame.Context));
        }

        if (CombineArrays(left, right, operation == BinaryOperator.Div, compares: false, node) is { } array)
        {
            if (operation == BinaryOperator.Mod && right is { Kind: ValueKind.Int, Number: { IsExact: true, Low: > 0 } } && PlainOf(array).Reference is { } remainders)
            {
                _heap.Set(remainders, DistinctItems, right);
            }

            return array;
        }

        if (CallOperator(operation, left, right, node) is { } special)
        {
            return special;
        }

        if (IsExact && operation is BinaryOperator.BitOr or BinaryOperator.BitAnd or BinaryOperator.Sub or BinaryOperator.BitXor && CombineSets(operation, left, right, node) is { } set)
        {
            return set;
        }

        if (CombineCounters(operation, left, right, node) is { } counts)
        {
            return counts;
        }

        if (IsExact && RefuseOperation(operation, left, right, node) is { } refused)
        {
            return refused;
        }

        return operation switch
        {
            BinaryOperator.Mult when IsWhole(right) => Repeat(left, right.Number, node),
            BinaryOperator.Mult when IsWhole(left) => Repeat(right, left.Number, node),
            BinaryOperator.Add => Concatenate(left, right, node),
            BinaryOperator.Mod when IsText(left) => FormatPercent(left, right, node),
            BinaryOperator.BitOr when left.Reference is { Kind: ObjectKind.Set or ObjectKind.Dict } => CopyOf(left, right, node),
            _ => Value.Unknown,
        };
    }

    /// <summary>Operators that the program's own classes define.</summary>
    private Value? CallOperator(BinaryOperator operation, Value left, Value right, SyntaxNode node)
    {
        if (IsExact && OperateByClasses(operation, left, right, node) is { } own)
        {
            return own;
        }

        var (name, reflected) = NamesOf(operation);
        return CallModelOperator(left, name, right, node)
            ?? CallModelOperator(right, reflected, left, node)
            ?? (IsExact ? null : CallSpecial(left, name, right, node) ?? CallSpecial(right, reflected, left, node));
    }

    /// <summary>The methods that are asked: of the left operand, and of the right one.</summary>
    private static (string Name, string Reflected) NamesOf(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Add => ("__add__", "__radd__"),
        BinaryOperator.Sub => ("__sub__", "__rsub__"),
        BinaryOperator.Mult => ("__mul__", "__rmul__"),
        BinaryOperator.MatMult => ("__matmul__", "__rmatmul__"),
        BinaryOperator.Div => ("__truediv__", "__rtruediv__"),
        BinaryOperator.FloorDiv => ("__floordiv__", "__rfloordiv__"),
        BinaryOperator.Mod => ("__mod__", "__rmod__"),
        BinaryOperator.Pow => ("__pow__", "__rpow__"),
        BinaryOperator.LShift => ("__lshift__", "__rlshift__"),
        BinaryOperator.RShift => ("__rshift__", "__rrshift__"),
        BinaryOperator.BitAnd => ("__and__", "__rand__"),
        BinaryOperator.BitOr => ("__or__", "__ror__"),
        _ => ("__xor__", "__rxor__"),
    };

    /// <summary>A float of which only its object is known.</summary>
    private static bool IsSomeFloat(Value value) => value is { Kind: ValueKind.Object or ValueKind.Unknown, Reference.Kind: ObjectKind.Float };

    /// <summary>How often a sequence can be repeated: a float is refused.</summary>
    private static bool IsWhole(Value value) => value.Kind is ValueKind.Int or ValueKind.Bool;

    private static bool IsNumber(Value value) => value.Kind is ValueKind.Int or ValueKind.Bool or ValueKind.Float;

    private Value Calculate(BinaryOperator operation, Value left, Value right, SyntaxNode node)
    {
        if (_tries > 0 && !IsExact && operation is BinaryOperator.FloorDiv or BinaryOperator.Mod or BinaryOperator.Div && right.Kind is ValueKind.Int && IsSurelyMissing(right.Number, "ZeroDivisionError", node))
        {
            // A handler waits for the trip that divides by zero.
            return RaiseNew("ZeroDivisionError", Value.OfText("division by zero"), node);
        }

        if (left.Kind == ValueKind.Float || right.Kind == ValueKind.Float || operation == BinaryOperator.Div)
        {
            return CalculateFloat(operation, left, right, node);
        }

        var result = IntegerArithmetic.TryCompute(operation, left.Number, right.Number);
        if (left.Kind == ValueKind.Bool && right.Kind == ValueKind.Bool && operation is BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.BitXor)
        {
            return result is { IsExact: true } truth ? Value.OfBool(truth.Low != 0) : Value.AnyBool;
        }

        if (result is not { IsExact: true, Low: >= -LargestInt and <= LargestInt } && TryOperate(operation, left, right, node) is { } known)
        {
            return known;
        }

        if (result is not { } number)
        {
            return Value.Unknown;
        }

        var (varying, fixedOne) = node is BinOp { Left: Constant, Operator: BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.BitXor } ? (right.Number, left.Number) : (left.Number, right.Number);
        if (IntegerArithmetic.PieceOf(operation, fixedOne) is { } piece)
        {
            if (_widened.Contains(node) || (!IsExact && _loop is not null && IntegerArithmetic.IsScattered(operation, fixedOne)))
            {
                return NewInt(operation == BinaryOperator.Mod ? new Quantity(0, piece - 1) : operation == BinaryOperator.BitAnd ? new Quantity(0, fixedOne.Low) : Quantity.AnyInteger, node);
            }

            DecidePiece(varying, piece, node);
        }

        return NewInt(number, node);
    }

    /// <summary><c>x // m</c>, <c>x % m</c> and <c>x &amp; m</c> go on evenly only until x leaves its piece.</summary>
    private void DecidePiece(Quantity number, long piece, SyntaxNode node)
    {
        if (number.IsExact)
        {
            var inside = number.Low - (Quantity.FloorDivide(number.Low, piece) * piece);
            Decide(node, UpperBorder, piece - 1 - inside);
            Decide(node, LowerBorder, inside);
        }
    }

    private Value CalculateFloat(BinaryOperator operation, Value left, Value right, SyntaxNode node)
    {
        const double LargestExact = 1L << 53;
        if (ToDouble(left) is not { } a || ToDouble(right) is not { } b)
        {
            return TryOperate(operation, left, right, node) ?? Value.Unknown;
        }

        double? result = operation switch
        {
            _ when (left.Kind != ValueKind.Float && Math.Abs(a) > LargestExact) || (right.Kind != ValueKind.Float && Math.Abs(b) > LargestExact) => null,
            BinaryOperator.Add => a + b,
            BinaryOperator.Sub => a - b,
            BinaryOperator.Mult => a * b,
            BinaryOperator.Div when b != 0 => a / b,
            _ => null,
        };
        return result is { } number
            ? Value.OfFloat(number, _heap.Allocate(ObjectKind.Float, node, _frame.Context))
            : TryOperate(operation, left, right, node) ?? Value.Unknown;
    }

    private static double? ToDouble(Value value) => value.Kind switch
    {
        ValueKind.Float => value.FloatValue,
        ValueKind.Int or ValueKind.Bool when value.Number.IsExact => value.Number.Low,
        _ => null,
    };
}
