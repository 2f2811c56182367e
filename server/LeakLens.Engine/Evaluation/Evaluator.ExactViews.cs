using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>What dicts show of themselves, compared and combined as sets; dicts for which order counts; items that are the same without being equal.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Containers take what is the very same object for equal: <c>nan in [nan]</c>.</summary>
    private bool? IsSameOrEqual(Value left, Value right, SyntaxNode node, int depth = 0)
    {
        if (left.Kind == ValueKind.Float && right.Kind == ValueKind.Float && double.IsNaN(left.FloatValue) && double.IsNaN(right.FloatValue))
        {
            // Without their objects it is not known whether it is one.
            return left.Reference is { } one && right.Reference is { } other ? ReferenceEquals(one, other) : null;
        }

        return EqualExactly(left, right, node, depth);
    }

    private static bool IsSetLike(HeapObject value) => value.Kind == ObjectKind.Set || value.Payload is DictView { IsSetLike: true };

    /// <summary>The keys of what compares as a set; null for anything else.</summary>
    private HashSet<ExactKey>? SetKeysOf(Value value) => value.Reference is { } set && IsSetLike(set) ? SetKeysOf(set) : null;

    private HashSet<ExactKey>? SetKeysOf(HeapObject set)
    {
        if (set.Contents is EntryContents entries)
        {
            _budget.Step(1 + entries.Count);
            return [.. entries.Identities];
        }

        if (set.Contents is not ItemContents shown)
        {
            return null;
        }

        var items = CopyOfItems(shown);
        _budget.Step(1 + items.Count);
        return [.. items.Select(RequireKey)];
    }

    private bool? EqualViews(HeapObject left, HeapObject right, SyntaxNode node, int depth)
    {
        if (!IsSetLike(left) || !IsSetLike(right))
        {
            return false;
        }

        if (left.Payload is DictView { Name: "items", Dict.Contents: EntryContents entries } && right.Payload is DictView { Name: "items", Dict.Contents: EntryContents others })
        {
            return EqualEntries(entries, others, node, depth);
        }

        return SetKeysOf(left) is { } members && SetKeysOf(right) is { } all ? members.SetEquals(all) : null;
    }

    /// <summary>Sets combine with sets, and keys or entries of a dict with anything that has items.</summary>
    private static bool CombineAsSets(Value left, Value right) =>
        left.Reference is { Contents: not null } one && right.Reference is { } other
        && ((IsSetLike(one) && (IsSetLike(other) || one.Payload is DictView)) || other.Payload is DictView { IsSetLike: true });

    /// <summary>Two dicts of this kind are equal only when their keys come in one order.</summary>
    private static bool IsOrdered(HeapObject dict) => dict.Payload is TypeModel { Growth: "odict" };

    private bool KeysDiffer(HeapObject left, HeapObject right)
    {
        if (left.Contents is not EntryContents first || right.Contents is not EntryContents second)
        {
            throw new NotDeterminedException();
        }

        return !KeysOf(first).Select(RequireKey).SequenceEqual(KeysOf(second).Select(RequireKey));
    }
}
