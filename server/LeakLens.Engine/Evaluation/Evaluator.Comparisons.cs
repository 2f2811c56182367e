using LeakLens.Engine.Evaluation.Loops;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Comparisons, and what they decide.</summary>
internal sealed partial class Evaluator
{
    private Value EvaluateCompare(Compare comparison)
    {
        var left = Evaluate(comparison.Left);
        bool? all = true;
        for (var i = 0; i < comparison.Operators.Length; i++)
        {
            var right = Evaluate(comparison.Comparators[i]);
            if (_afterCall != Completion.Normal)
            {
                return Value.Unknown;
            }

            // What a class answers is what the comparison gives, be it a truth or not.
            if (IsExact && i == comparison.Operators.Length - 1 && comparison.Operators[i] <= CompareOperator.GtE && CompareByClasses(comparison.Operators[i], left, right, comparison) is { } own)
            {
                return own;
            }

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
            return left.LargeInt is null && right.LargeInt is null ? CompareNumbers(operation, left.Number - right.Number, node) : TryCompareKnown(operation, left, right);
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
            if (_loop is { } loop && double.IsFinite(a - b) && (Math.Abs(scaled) >= long.MaxValue / 4.0 || (a != b && Math.Abs(scaled) <= 1)))
            {
                loop.CompareFar(a, b);
            }

            _loop?.Guards.RecordFloats(new GuardKey(node, Yes));
            _loop?.Guards.RecordFloats(new GuardKey(node, No));
            return CompareNumbers(operation, (long)(Math.Sign(scaled) * Math.Ceiling(Math.Abs(scaled))), node);
        }

        if (left.Reference?.Known is not null && TryCompareKnown(operation, left, right) is { } compared)
        {
            return compared;
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

        var equal = AreSameTexts(a, b);
        if (IsExact)
        {
            return equal == (operation == CompareOperator.Eq);
        }

        var common = a.AsSpan().CommonPrefixLength(b);

        // Where the two part decides; what comes behind it does not matter, unless it is a number that counts on.
        var decisive = a.AsSpan(0, Math.Min(a.Length, common + 1));
        DecideText(node, equal, HasDigit(decisive) || HasDigit(b.AsSpan(0, Math.Min(b.Length, common + 1))) ? $"{a}\n{b}" : decisive.ToString());
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

    private static bool HasDigit(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9');

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

        if (left.Kind == ValueKind.Bool || right.Kind == ValueKind.Bool)
        {
            return left.Kind != right.Kind ? false : left.Number.IsExact && right.Number.IsExact ? left.Number == right.Number : null;
        }

        if (left.Reference is { } a && right.Reference is { } b)
        {
            return a.IsSummary || b.IsSummary ? null : ReferenceEquals(a, b);
        }

        // What has no object of its own is one that CPython keeps: a small int, a constant text, a function of the library.
        return left.Reference is { Kind: ObjectKind.Int or ObjectKind.Str or ObjectKind.Float or ObjectKind.Bytes } || right.Reference is { Kind: ObjectKind.Int or ObjectKind.Str or ObjectKind.Float or ObjectKind.Bytes } ? null
            : left.Reference is not null || right.Reference is not null || left.Kind != right.Kind ? false
            : left.Thing is { } thing && right.Thing is { } other ? string.Equals(thing.QualifiedName, other.QualifiedName, StringComparison.Ordinal)
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

        if (container.Reference is { Kind: ObjectKind.Opaque, Payload: Library.TypeModel library } holder && library.FindMethod("__contains__") is { } contains)
        {
            return Truth(RunModel(contains, Value.Of(holder), new CallArguments([item], []), node), node);
        }

        if (IsText(container) && KnownText(container) is { } text && KnownText(item) is { } part)
        {
            return ContainsText(text, part, node);
        }

        if (IsPrecise && ContentOf(container) is { } bytes && (ContentOf(item) ?? LiftToLookAt(item)) is { } sought)
        {
            _lifted.Clear();
            _work.Add(bytes.Length);
            _budget.Step(_work.Take());
            return sought is byte[] some ? bytes.AsSpan().IndexOf(some) >= 0 : KnownCall.ToSmall(sought) is >= 0 and <= byte.MaxValue and var one ? Array.IndexOf(bytes, (byte)one) >= 0 : null;
        }

        if (container.Reference is { Kind: ObjectKind.Instance } && CallSpecial(container, "__contains__", item, node) is { } answer)
        {
            return Truth(answer, node);
        }

        if (IsExact && BitsOfFlag(container, node) is not null && BitsOfFlag(item, node) is not null)
        {
            return (ValueOfMember(item).Number.Low & ~ValueOfMember(container).Number.Low) == 0;
        }

        if (IsExact && StepsByClass(container))
        {
            return FindByStepping(container, item, node);
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
        _work.Add(text.Length);
        _budget.Step(1 + _work.Take());
        var contains = text.Contains(part, StringComparison.Ordinal);
        var examined = !HasDigit(part) ? KeyIdentity.Of(text).Pattern : text;
        DecideText(node, contains, examined);
        return contains;
    }

    private bool? DecideEmpty(SyntaxNode node)
    {
        Decide(node, No, 0);
        return false;
    }
}
