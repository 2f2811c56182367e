using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Comparisons of values that are fully known: equality and order as CPython has them.</summary>
internal sealed partial class Evaluator
{
    private const int DeepestComparison = 50;

    private bool? CompareExactly(CompareOperator operation, Value left, Value right, SyntaxNode node)
    {
        if (CompareByClasses(operation, left, right, node) is { } answer)
        {
            return _afterCall == Completion.Normal ? Truth(answer, node) : null;
        }

        if (IsNumber(left) && IsNumber(right) && AreKnownNumbers(left, right) && CompareKnownNumbers(left, right) is null)
        {
            // No number is before, behind or equal to nan.
            return operation == CompareOperator.NotEq;
        }

        if (operation is not (CompareOperator.Eq or CompareOperator.NotEq) && RefusesOrder(operation, left, right, node))
        {
            return null;
        }

        switch (operation)
        {
            case CompareOperator.Eq:
                return EqualExactly(left, right, node);
            case CompareOperator.NotEq:
                return !EqualExactly(left, right, node);
            case CompareOperator.Lt:
                return IsLess(left, right, node);
            case CompareOperator.Gt:
                return IsLess(right, left, node);
            case CompareOperator.LtE:
                return CompareSets(left, right) ?? !IsLess(right, left, node);
            case CompareOperator.GtE:
                return CompareSets(right, left) ?? !IsLess(left, right, node);
            default:
                return null;
        }
    }

    private bool? EqualExactly(Value left, Value right, SyntaxNode node, int depth = 0)
    {
        if (left.IsUnknown || right.IsUnknown || left.Kind == ValueKind.Union || right.Kind == ValueKind.Union || depth > DeepestComparison)
        {
            return null;
        }

        if (IsNumber(left) && IsNumber(right))
        {
            return AreKnownNumbers(left, right) ? CompareKnownNumbers(left, right) == 0 : null;
        }

        if (left.Reference is { } one && ReferenceEquals(one, right.Reference) && !one.IsSummary)
        {
            return true;
        }

        if (left.Reference is { Kind: ObjectKind.BoundMethod or ObjectKind.Function } called && right.Reference is { Kind: ObjectKind.BoundMethod or ObjectKind.Function } callable
            && EqualFunctions(called, callable) is { } same)
        {
            return same;
        }

        if (IsText(left) && IsText(right))
        {
            return AreSameNames(left, right) is { } alike ? alike
                : KnownText(left) is { } first && KnownText(right) is { } second ? AreSameTexts(first, second)
                : TextOf(left).Length is { IsExact: true } length && TextOf(right).Length is { IsExact: true } other && length != other ? false
                : null;
        }

        if (ContentOf(left) is { } these && ContentOf(right) is { } those)
        {
            return these.AsSpan().SequenceEqual(those);
        }

        if (BytesLength(left) is { } bytes && BytesLength(right) is { } others && bytes.IsExact && others.IsExact && (bytes != others || bytes == Quantity.Zero))
        {
            return bytes == others;
        }

        if (AsItsValue(left) is var mine && AsItsValue(right) is var theirs && (mine != left || theirs != right))
        {
            return EqualExactly(mine, theirs, node, depth + 1);
        }

        if (CompareByClasses(CompareOperator.Eq, left, right, node) is { } answer)
        {
            return _afterCall == Completion.Normal ? Truth(answer, node) : null;
        }

        return EqualContents(left, right, node, depth) ?? EqualKeys(left, right) ?? (AreUnalike(left, right) ? false : null);
    }

    /// <summary>Two methods are equal when they are one function of one object. Null when these are not both functions of the program.</summary>
    private static bool? EqualFunctions(HeapObject left, HeapObject right)
    {
        if (left.Kind != right.Kind)
        {
            return false;
        }

        return left.Payload is BoundMethodValue { Function: { } function, Receiver.Reference: { } receiver } && right.Payload is BoundMethodValue { Function: { } other, Receiver.Reference: { } its }
            ? ReferenceEquals(function, other) && ReferenceEquals(receiver, its)
            : null;
    }

    private bool? EqualKeys(Value left, Value right)
    {
        if (left.Kind == ValueKind.None || right.Kind == ValueKind.None)
        {
            return left.Kind == right.Kind;
        }

        return ExactKeyOf(left) is { } first && ExactKeyOf(right) is { } second ? first == second : null;
    }

    private static bool AreKnownNumbers(Value left, Value right) => IsKnownNumber(left) && IsKnownNumber(right);

    private static bool IsKnownNumber(Value value) => value.Kind == ValueKind.Float || value.Number.IsExact || value.LargeInt is not null;

    /// <summary>Null when one of them is no number (nan): it is equal to none, and before none.</summary>
    private int? CompareKnownNumbers(Value left, Value right)
    {
        if (left.Kind != ValueKind.Float && right.Kind != ValueKind.Float && left.Number.IsExact && right.Number.IsExact)
        {
            return left.Number.Low.CompareTo(right.Number.Low);
        }

        if (left.Kind == ValueKind.Float && right.Kind == ValueKind.Float)
        {
            return double.IsNaN(left.FloatValue) || double.IsNaN(right.FloatValue) ? null : left.FloatValue.CompareTo(right.FloatValue);
        }

        var order = LiftToLookAt(left) is { } a && LiftToLookAt(right) is { } b ? KnownComparison.Compare(a, b) : null;
        _lifted.Clear();
        _budget.Step(_work.Take());
        return order;
    }

    private bool AreSameTexts(string first, string second)
    {
        _work.Add(Math.Min(first.Length, second.Length));
        _budget.Step(_work.Take());
        return string.Equals(first, second, StringComparison.Ordinal);
    }

    private bool? EqualContents(Value left, Value right, SyntaxNode node, int depth)
    {
        if (left.Reference is not { Kind: ObjectKind.List or ObjectKind.Deque or ObjectKind.Tuple or ObjectKind.Dict or ObjectKind.Set } a
            || right.Reference is not { Kind: ObjectKind.List or ObjectKind.Deque or ObjectKind.Tuple or ObjectKind.Dict or ObjectKind.Set } b)
        {
            return null;
        }

        if (a.Payload is DictView || b.Payload is DictView)
        {
            return EqualViews(a, b, node, depth);
        }

        if (a.Kind != b.Kind)
        {
            return false;
        }

        if (IsOrdered(a) && IsOrdered(b) && KeysDiffer(a, b))
        {
            return false;
        }

        if (a.Contents is EntryContents entries && b.Contents is EntryContents others)
        {
            return EqualEntries(entries, others, node, depth) is var equal && equal == false && IsCounter(a) && IsCounter(b) ? throw new NotDeterminedException() : equal;
        }

        if (ItemsOf(left, node) is not { } items || ItemsOf(right, node) is not { } values)
        {
            return null;
        }

        bool? all = items.Count == values.Count;
        for (var i = 0; i < items.Count && all == true; i++)
        {
            _budget.Step();
            all = IsSameOrEqual(items[i], values[i], node, depth + 1);
        }

        return all;
    }

    private bool? EqualEntries(EntryContents left, EntryContents right, SyntaxNode node, int depth)
    {
        bool? all = left.Count == right.Count;
        for (var i = 0; i < left.Count && all == true; i++)
        {
            _budget.Step();
            var (key, value) = left.At(i);
            var identity = RequireKey(key);
            all = right.Holds(identity) && (value.IsAbsent ? true : IsSameOrEqual(value, right.ValueOf(identity), node, depth + 1)) is var one ? one : null;
        }

        return all;
    }

    /// <summary>Whether one comes before the other in an order; null when that is not known.</summary>
    private bool? IsLess(Value left, Value right, SyntaxNode node, int depth = 0)
    {
        if (IsNumber(left) && IsNumber(right))
        {
            return AreKnownNumbers(left, right) ? CompareKnownNumbers(left, right) < 0 : null;
        }

        if (KnownText(left) is { } text && KnownText(right) is { } other)
        {
            return CompareByCodePoint(text, other) < 0;
        }

        if (left.Reference is { Kind: ObjectKind.Set } or { Payload: DictView } && right.Reference is { Kind: ObjectKind.Set } or { Payload: DictView })
        {
            return CompareSets(left, right) is { } within ? within && CompareSets(right, left) == false : null;
        }

        if (left.Reference is { Kind: ObjectKind.Tuple or ObjectKind.List } && right.Reference is { Kind: ObjectKind.Tuple or ObjectKind.List } && depth < DeepestComparison)
        {
            return IsSequenceLess(left, right, node, depth);
        }

        if (CompareByClasses(CompareOperator.Lt, left, right, node) is { } answer)
        {
            return _afterCall == Completion.Normal ? Truth(answer, node) : null;
        }

        return TryCompareKnown(CompareOperator.Lt, left, right);
    }

    private bool? IsSequenceLess(Value left, Value right, SyntaxNode node, int depth)
    {
        if (ItemsOf(left, node) is not { } items || ItemsOf(right, node) is not { } others)
        {
            return null;
        }

        for (var i = 0; i < items.Count && i < others.Count; i++)
        {
            _budget.Step();
            switch (IsSameOrEqual(items[i], others[i], node, depth + 1))
            {
                case null:
                    return null;
                case false:
                    return IsLess(items[i], others[i], node, depth + 1);
                default:
                    break;
            }
        }

        return items.Count < others.Count;
    }

    /// <summary>Whether all of one set is in the other.</summary>
    private bool? CompareSets(Value part, Value whole)
    {
        if (part.Reference?.Payload is DictView || whole.Reference?.Payload is DictView)
        {
            return SetKeysOf(part) is { } members && SetKeysOf(whole) is { } all ? members.IsSubsetOf(all) : throw new NotDeterminedException();
        }

        if (part.Reference is not { Kind: ObjectKind.Set, Contents: EntryContents few } || whole.Reference is not { Kind: ObjectKind.Set, Contents: EntryContents many })
        {
            return null;
        }

        return few.Count <= many.Count && few.IsWithin(many);
    }

    /// <summary>Two built-in types no values of which are equal.</summary>
    private static bool AreUnalike(Value left, Value right) =>
        IsOfSureType(left) && IsOfSureType(right) && TypeNameOf(left) is { } one && TypeNameOf(right) is { } other && one is not "function" and not "type" && other is not "function" and not "type" && !string.Equals(KindOfEquality(one), KindOfEquality(other), StringComparison.Ordinal);

    /// <summary>What a model of a library gives may be of another type than it says, unless its value is known.</summary>
    private static bool IsOfSureType(Value value) => value.Kind switch
    {
        ValueKind.None => true,
        ValueKind.Bool or ValueKind.Int or ValueKind.Float => IsKnownNumber(value),
        ValueKind.Text => value.Text is not null,
        ValueKind.ByteText => value.Content is not null,
        _ => value.Reference is { IsSummary: false } target && target.Kind switch
        {
            ObjectKind.Str => target.Text is not null,
            ObjectKind.Bytes => value.Content is not null,
            ObjectKind.List or ObjectKind.Dict or ObjectKind.Set => target.Contents is not null,
            ObjectKind.Tuple => target.GetMeta(Meta.Length).IsExact,
            ObjectKind.Instance or ObjectKind.Function or ObjectKind.Class => true,
            _ => false,
        },
    };

    private static string KindOfEquality(string type) => type switch
    {
        "bool" or "int" or "float" => "number",
        "bytes" or "bytearray" => "bytes",
        _ => type,
    };

    /// <summary>A dataclass compares like the tuples of its fields.</summary>
    private bool? CompareFields(HeapObject instance, ClassValue record, string method, Value right, SyntaxNode node)
    {
        if (right.Reference is not { Kind: ObjectKind.Instance } other || !ReferenceEquals(ClassOf(other), ClassOf(instance)))
        {
            return method is "__eq__" ? false : null;
        }

        foreach (var field in record.Fields.Where(static field => field.IsCompared))
        {
            var (mine, theirs) = (instance.Get(SlotKey.Attribute(field.Name)), other.Get(SlotKey.Attribute(field.Name)));
            switch (EqualExactly(mine, theirs, node, 1))
            {
                case null:
                    return null;
                case false:
                    return method switch
                    {
                        "__eq__" => false,
                        "__lt__" or "__le__" => IsLess(mine, theirs, node, 1),
                        "__gt__" or "__ge__" => IsLess(theirs, mine, node, 1),
                        _ => null,
                    };
                default:
                    break;
            }
        }

        return method is "__eq__" or "__le__" or "__ge__";
    }

    private static int CompareByCodePoint(string left, string right)
    {
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            if (left[i] != right[i])
            {
                // Surrogates come after all other units in the order of code points.
                return char.IsSurrogate(left[i]) == char.IsSurrogate(right[i]) ? left[i] - right[i] : char.IsSurrogate(left[i]) ? 1 : -1;
            }
        }

        return left.Length - right.Length;
    }
}
