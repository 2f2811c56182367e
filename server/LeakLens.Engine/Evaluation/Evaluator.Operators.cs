using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Operators, and the decisions made with them.</summary>
internal sealed partial class Evaluator
{
    // The ways of a decision: which side was taken, and for piecewise operations which border is meant.
    private const int Yes = 1;
    private const int No = 2;
    private const int UpperBorder = GuardKey.UpperBorder;
    private const int LowerBorder = 4;

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
                return DecideNonZero(value.Number, node);
            case ValueKind.Text or ValueKind.ByteText:
                return DecideNonZero(value.Number, node);
            case ValueKind.Float:
                return value.FloatValue != 0;
            case ValueKind.Known:
                return true;
            case ValueKind.Object when value.Reference is { } target:
                return TruthOf(target, node);
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
        _ => true,
    };

    private bool? TruthOfInstance(HeapObject instance, SyntaxNode node)
    {
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

        if ((IsText(left) || IsText(right) || BytesLength(left) is not null || BytesLength(right) is not null) && TryOperate(operation, left, right, node) is { } known)
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

        return operation switch
        {
            BinaryOperator.Mult when IsNumber(right) => Repeat(left, right.Number, node),
            BinaryOperator.Mult when IsNumber(left) => Repeat(right, left.Number, node),
            BinaryOperator.Add => Concatenate(left, right, node),
            BinaryOperator.Mod when IsText(left) => FormatPercent(left, right, node),
            BinaryOperator.BitOr when left.Reference is { Kind: ObjectKind.Set or ObjectKind.Dict } => CopyOf(left, right, node),
            _ => Value.Unknown,
        };
    }

    /// <summary>Operators that the program's own classes define.</summary>
    private Value? CallOperator(BinaryOperator operation, Value left, Value right, SyntaxNode node)
    {
        var name = operation switch
        {
            BinaryOperator.Add => "add",
            BinaryOperator.Sub => "sub",
            BinaryOperator.Mult => "mul",
            BinaryOperator.MatMult => "matmul",
            BinaryOperator.Div => "truediv",
            BinaryOperator.FloorDiv => "floordiv",
            BinaryOperator.Mod => "mod",
            BinaryOperator.Pow => "pow",
            BinaryOperator.LShift => "lshift",
            BinaryOperator.RShift => "rshift",
            BinaryOperator.BitAnd => "and",
            BinaryOperator.BitOr => "or",
            _ => "xor",
        };
        return CallModelOperator(left, "__" + name + "__", right, node)
            ?? CallModelOperator(right, "__r" + name + "__", left, node)
            ?? CallSpecial(left, "__" + name + "__", new CallArguments([right], []), node)
            ?? CallSpecial(right, "__r" + name + "__", new CallArguments([left], []), node);
    }

    /// <summary>A float of which only its object is known.</summary>
    private static bool IsSomeFloat(Value value) => value is { Kind: ValueKind.Object or ValueKind.Unknown, Reference.Kind: ObjectKind.Float };

    private static bool IsNumber(Value value) => value.Kind is ValueKind.Int or ValueKind.Bool or ValueKind.Float;

    private Value Calculate(BinaryOperator operation, Value left, Value right, SyntaxNode node)
    {
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

        if (operation is BinaryOperator.Mod or BinaryOperator.FloorDiv && _widened.Contains(node) && right.Number is { IsExact: true, Low: > 0 } divisor)
        {
            return NewInt(operation == BinaryOperator.Mod ? new Quantity(0, divisor.Low - 1) : Quantity.AnyInteger, node);
        }

        DecidePiece(operation, left.Number, right.Number, node);
        return NewInt(number, node);
    }

    /// <summary><c>x // m</c> and <c>x % m</c> go on evenly only until x leaves its multiple of m.</summary>
    private void DecidePiece(BinaryOperator operation, Quantity left, Quantity right, SyntaxNode node)
    {
        if (operation is not (BinaryOperator.Mod or BinaryOperator.FloorDiv) || !left.IsExact || !right.IsExact || right.Low <= 0)
        {
            return;
        }

        var inside = left.Low - (Quantity.FloorDivide(left.Low, right.Low) * right.Low);
        Decide(node, UpperBorder, right.Low - 1 - inside);
        Decide(node, LowerBorder, inside);
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

    private Value EvaluateCompare(Compare comparison)
    {
        var left = Evaluate(comparison.Left);
        bool? all = true;
        for (var i = 0; i < comparison.Operators.Length; i++)
        {
            var right = Evaluate(comparison.Comparators[i]);
            if (comparison.Operators[i] <= CompareOperator.GtE && CombineArrays(left, right, divides: false, compares: true, comparison) is { } mask)
            {
                return mask;
            }

            var one = CompareValues(comparison.Operators[i], left, right, comparison.Comparators[i]);
            if (one == false)
            {
                return Value.OfBool(false);
            }

            all = one is null ? null : all;
            left = right;
        }

        return all is { } known ? Value.OfBool(known) : Value.AnyBool;
    }

    private bool? CompareValues(CompareOperator operation, Value left, Value right, SyntaxNode node)
    {
        switch (operation)
        {
            case CompareOperator.In:
                return Contains(right, left, node);
            case CompareOperator.NotIn:
                return !Contains(right, left, node);
            case CompareOperator.Is:
                return IsSame(left, right);
            case CompareOperator.IsNot:
                return !IsSame(left, right);
            default:
                break;
        }

        if (left.Kind is ValueKind.Int or ValueKind.Bool && right.Kind is ValueKind.Int or ValueKind.Bool)
        {
            return CompareNumbers(operation, left.Number - right.Number, node);
        }

        if (IsExact)
        {
            return CompareExactly(operation, left, right, node);
        }

        if (left.Kind != right.Kind && TryCompareKnown(operation, left, right) is { } known)
        {
            return known;
        }

        if (ToDouble(left) is { } a && ToDouble(right) is { } b && !double.IsNaN(a - b))
        {
            var scaled = Math.Clamp((a - b) * FloatScale, long.MinValue / 4.0, long.MaxValue / 4.0);
            return CompareNumbers(operation, (long)(Math.Sign(scaled) * Math.Ceiling(Math.Abs(scaled))), node);
        }

        if (operation is CompareOperator.Eq or CompareOperator.NotEq && AreEqualObjects(left, right) is { } equal)
        {
            Decide(node, equal ? Yes : No, GuardLog.Never);
            return equal == (operation == CompareOperator.Eq);
        }

        return CompareTexts(operation, left, right, node) ?? TryCompareKnown(operation, left, right);
    }

    private bool? CompareTexts(CompareOperator operation, Value left, Value right, SyntaxNode node)
    {
        if (KnownText(left) is not { } a || KnownText(right) is not { } b || operation is not (CompareOperator.Eq or CompareOperator.NotEq))
        {
            return null;
        }

        var equal = string.Equals(a, b, StringComparison.Ordinal);
        var common = 0;
        while (common < a.Length && common < b.Length && a[common] == b[common])
        {
            common++;
        }

        // Where the two part decides; what comes behind it does not matter.
        DecideText(node, equal, a[..Math.Min(a.Length, common + 1)]);
        return equal == (operation == CompareOperator.Eq);
    }

    /// <summary>Objects that compare by identity, and methods, which compare by their function and its object.</summary>
    private static bool? AreEqualObjects(Value left, Value right)
    {
        if (left.Kind == ValueKind.None || right.Kind == ValueKind.None)
        {
            var other = left.Kind == ValueKind.None ? right : left;
            return other.Kind == ValueKind.None ? true : other.Kind is ValueKind.Unknown or ValueKind.Union or ValueKind.Absent || other.Reference is { Kind: ObjectKind.Instance } ? null : false;
        }

        if (left.Reference is not { IsSummary: false } a || right.Reference is not { IsSummary: false } b)
        {
            return null;
        }

        if (a.Payload is BoundMethodValue { Function: { } first, Receiver.Reference: { IsSummary: false } one } && b.Payload is BoundMethodValue { Function: { } second, Receiver.Reference: { IsSummary: false } two })
        {
            return ReferenceEquals(first, second) && ReferenceEquals(one, two);
        }

        return ComparesByIdentity(left) && ComparesByIdentity(right) ? ReferenceEquals(a, b) : null;
    }

    private void DecideText(SyntaxNode node, bool way, string examined)
    {
        if (!_heap.IsExact)
        {
            _loop?.Guards.Record(new TextEvent(new GuardKey(node, way ? Yes : No), examined));
        }
    }

    private static bool? IsSame(Value left, Value right)
    {
        if (left.IsUnknown || right.IsUnknown || left.Kind == ValueKind.Union || right.Kind == ValueKind.Union)
        {
            return null;
        }

        if (left.Kind == ValueKind.None || right.Kind == ValueKind.None)
        {
            return left.Kind == right.Kind;
        }

        if (left.Reference is { } a && right.Reference is { } b)
        {
            return a.IsSummary || b.IsSummary ? null : ReferenceEquals(a, b);
        }

        // What has no object of its own is one that CPython keeps: a small int, a constant text, a function of the library.
        return left.Reference is { Kind: ObjectKind.Int or ObjectKind.Str or ObjectKind.Float or ObjectKind.Bytes } || right.Reference is { Kind: ObjectKind.Int or ObjectKind.Str or ObjectKind.Float or ObjectKind.Bytes } ? null
            : left.Reference is not null || right.Reference is not null || left.Kind != right.Kind ? false
            : left.Equals(right);
    }

    /// <summary>Decides about left - right, and notes how far it is from deciding otherwise.</summary>
    private bool? CompareNumbers(CompareOperator operation, Quantity difference, SyntaxNode node)
    {
        // Each comparison is "difference <= limit", its negation, or (un)equality with zero.
        switch (operation)
        {
            case CompareOperator.Lt:
                return DecideAtMost(difference, -1, node, Yes, No);
            case CompareOperator.LtE:
                return DecideAtMost(difference, 0, node, Yes, No);
            case CompareOperator.Gt:
                return !DecideAtMost(difference, 0, node, No, Yes);
            case CompareOperator.GtE:
                return !DecideAtMost(difference, -1, node, No, Yes);
            case CompareOperator.Eq:
                return !DecideNonZero(difference, node);
            case CompareOperator.NotEq:
                return DecideNonZero(difference, node);
            default:
                return null;
        }
    }

    private bool? DecideAtMost(Quantity difference, long limit, SyntaxNode node, int holds, int fails)
    {
        if (difference.High <= limit)
        {
            Decide(node, holds, limit - difference.High);
            return true;
        }

        if (difference.Low > limit)
        {
            Decide(node, fails, difference.Low - limit - 1);
            return false;
        }

        return null;
    }

    private bool? Contains(Value container, Value item, SyntaxNode node)
    {
        if (IsExact && container.Reference is { Kind: ObjectKind.Opaque } table && CallExactLibraryMethod(table, "__contains__", new CallArguments([item], []), node) is { } held)
        {
            return Truth(held, node);
        }

        if (IsText(container) && KnownText(container) is { } text && KnownText(item) is { } part)
        {
            return ContainsText(text, part, node);
        }

        if (IsPrecise && container.Content is { } bytes && Lift(item) is { } sought)
        {
            _lifted.Clear();
            return sought is byte[] some ? bytes.AsSpan().IndexOf(some) >= 0 : KnownCall.ToSmall(sought) is >= 0 and <= byte.MaxValue and var one ? Array.IndexOf(bytes, (byte)one) >= 0 : null;
        }

        if (container.Reference is { Kind: ObjectKind.Instance } && CallSpecial(container, "__contains__", new CallArguments([item], []), node) is { } answer)
        {
            return Truth(answer, node);
        }

        if (IsExact && container.Reference is { Kind: ObjectKind.List or ObjectKind.Deque or ObjectKind.Tuple or ObjectKind.Range } && ItemsOf(container, node) is { } items)
        {
            return HoldsItem(items, item, node);
        }

        if (container.Reference is not { Kind: ObjectKind.Dict or ObjectKind.Set } target || target.IsSummary)
        {
            if (container.Reference is { Kind: ObjectKind.Tuple, IsSummary: false } row && row.GetMeta(Meta.Length).High > 0)
            {
                return IsOneOf(row, item, node);
            }

            return container.Reference is { } other && !other.IsSummary && other.GetMeta(Meta.Length) == Quantity.Zero
                && other.Kind is ObjectKind.List or ObjectKind.Tuple ? DecideEmpty(node) : null;
        }

        return HoldsKey(target, item, node, KeyUse.Look);
    }

    /// <summary><c>x in ("a", "b")</c>: equal to one of the items, or to none.</summary>
    private bool? IsOneOf(HeapObject row, Value item, SyntaxNode node)
    {
        bool? any = false;
        var items = 0;
        foreach (var slot in row.Slots)
        {
            if (slot.Key.Kind == SlotKind.Item)
            {
                items++;
                var one = item.Kind == ValueKind.Int && slot.Value.Kind == ValueKind.Int
                    ? CompareNumbers(CompareOperator.Eq, item.Number - slot.Value.Number, node)
                    : IsEqual(item, slot.Value, node);
                any = any == true || one == true ? true : one is null ? null : any;
            }
        }

        return row.GetMeta(Meta.Length) == items ? any : any == true ? true : null;
    }

    /// <summary>Equality of values that are known as keys; where only numbers in a text move it is looked at again in each trip.</summary>
    private bool? IsEqual(Value left, Value right, SyntaxNode node)
    {
        if (IdentityOf(left) is not { } first || IdentityOf(right) is not { } second)
        {
            return null;
        }

        var equal = first == second;
        if (string.Equals(first.Pattern, second.Pattern, StringComparison.Ordinal) && !first.IsPlain)
        {
            DecideText(node, equal, first.ToString());
        }

        return equal;
    }

    /// <summary>Whether one text is part of another. When the part has no digits those of the whole do not decide.</summary>
    private bool ContainsText(string text, string part, SyntaxNode node)
    {
        var contains = text.Contains(part, StringComparison.Ordinal);
        var examined = part.AsSpan().IndexOfAnyInRange('0', '9') < 0 ? KeyIdentity.Of(text).Pattern : text;
        DecideText(node, contains, examined);
        return contains;
    }

    private bool? DecideEmpty(SyntaxNode node)
    {
        Decide(node, No, 0);
        return false;
    }
}
