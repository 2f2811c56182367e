using LeakLens.Engine.Facts;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Known;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>Sorting, least and largest items, and heaps, of items that are known one by one.</summary>
internal sealed partial class Evaluator
{
    /// <summary>The items in order: stable, as CPython sorts.</summary>
    private Value[] Sorted(List<Value> items, CallArguments arguments, SyntaxNode node)
    {
        var keys = KeysBy(items, arguments.Find("key"), node);
        var isReversed = arguments.Find("reverse") is { IsAbsent: false } reverse && Truth(reverse, node) == true;
        var order = Enumerable.Range(0, items.Count).ToArray();
        _budget.Step(1 + (items.Count * 4));
        if (isReversed)
        {
            // Equal items keep their order: both the list and the result are turned around.
            Array.Reverse(order);
        }

        MergeSort(order, keys, node);
        NoteScratch(order, keys, hasKeys: !ReferenceEquals(keys, items), isReversed, node);
        if (isReversed)
        {
            Array.Reverse(order);
        }

        return Array.ConvertAll(order, at => items[at]);
    }

    /// <summary><c>heapq.nlargest(n, items, key)</c> and <c>nsmallest</c>: as many of the items in order; null for all other functions.</summary>
    private Value? CallRanking(string name, CallArguments arguments, SyntaxNode node)
    {
        if (name is not ("heapq.nlargest" or "heapq.nsmallest")
            || Argument(arguments, 0, "n") is not { Kind: ValueKind.Int, Number: { IsExact: true, Low: <= int.MaxValue } count }
            || DrawItems(Argument(arguments, 1, "iterable"), node) is not { } items)
        {
            return null;
        }

        var order = new CallArguments([], [("key", Argument(arguments, 2, "key")), ("reverse", Value.OfBool(name is "heapq.nlargest"))]);
        var first = Sorted(items, order, node).AsSpan(0, (int)Math.Clamp(count.Low, 0, items.Count));
        return Value.Of(NewList(first.ToArray(), first.Length, node));
    }

    /// <summary>Sorting many items takes room for their keys, and for a part of them while it is moved.</summary>
    private void NoteScratch(int[] order, List<Value> keys, bool hasKeys, bool isReversed, SyntaxNode node)
    {
        const int Many = 1 << 12;
        if (order.Length < Many)
        {
            return;
        }

        var places = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            places[isReversed ? order.Length - 1 - order[i] : order[i]] = i;
        }

        _scratch = new Scratch(node, SortScratch.Bytes(places, hasKeys), hasKeys ? keys : []);
    }

    private List<Value> KeysBy(List<Value> items, Value key, SyntaxNode node)
    {
        if (key.IsAbsent || key.Kind == ValueKind.None)
        {
            return items;
        }

        var keys = new List<Value>(items.Count);
        foreach (var item in items)
        {
            keys.Add(Call(key, new CallArguments([item], []), node));
        }

        return keys;
    }

    /// <summary>What many items are sorted by is made out once, and not for every comparison; null when not all of it is known.</summary>
    private (object Key, long Length)[]? LiftAll(List<Value> keys)
    {
        const int Few = 16;
        if (keys.Count < Few)
        {
            return null;
        }

        var known = new (object Key, long Length)[keys.Count];
        for (var i = 0; i < known.Length; i++)
        {
            var lifted = Lift(keys[i]);
            if (lifted is null or KnownObject)
            {
                _lifted.Clear();
                return null;
            }

            known[i] = (lifted, LengthOf(lifted));
        }

        _lifted.Clear();
        return known;
    }

    private bool RequireLess(in (object Key, long Length) left, in (object Key, long Length) right)
    {
        // A quarter of a step for numbers, three for what lies elsewhere, and what is looked at of long texts.
        const int OfNumbers = 160;
        const int OfOthers = 480;
        _work.Add(Math.Min(left.Length, right.Length) + (KnownComparison.IsNumber(left.Key) ? OfNumbers : OfOthers));
        _budget.Step(_work.Take());
        return KnownComparison.Compare(left.Key, right.Key) is { } order ? order < 0 : throw new NotDeterminedException();
    }

    private void MergeSort(int[] order, List<Value> keys, SyntaxNode node)
    {
        if (LiftAll(keys) is { } known)
        {
            MergeSort(order, (left, right) => RequireLess(known[left], known[right]));
        }
        else
        {
            MergeSort(order, (left, right) => RequireLess(keys[left], keys[right], node));
        }
    }

    private static void MergeSort(int[] order, Func<int, int, bool> isLess)
    {
        var (from, to) = (order, new int[order.Length]);
        for (var width = 1; width < order.Length; width *= 2)
        {
            for (var start = 0; start < order.Length; start += 2 * width)
            {
                Merge(from, to, start, Math.Min(start + width, order.Length), Math.Min(start + (2 * width), order.Length), isLess);
            }

            (from, to) = (to, from);
        }

        from.CopyTo(order, 0);
    }

    private static void Merge(int[] from, int[] to, int start, int middle, int end, Func<int, int, bool> isLess)
    {
        var (left, right) = (start, middle);
        for (var at = start; at < end; at++)
        {
            var takesRight = left >= middle || (right < end && isLess(from[right], from[left]));
            to[at] = takesRight ? from[right++] : from[left++];
        }
    }

    private bool RequireLess(Value left, Value right, SyntaxNode node)
    {
        _budget.Step();
        if (IsLess(left, right, node) is not { } less)
        {
            throw new NotDeterminedException();
        }

        return less;
    }

    /// <summary>The least or largest item; absent when there is none.</summary>
    private Value ExtremeOf(List<Value> items, bool largest, Value key, SyntaxNode node)
    {
        var keys = KeysBy(items, key, node);
        var best = -1;
        for (var i = 0; i < items.Count; i++)
        {
            _budget.Step();
            var isBetter = best < 0 ? true : largest ? IsLess(keys[best], keys[i], node) : IsLess(keys[i], keys[best], node);
            if (isBetter is null)
            {
                // Which number it is, is not known; that it is one of them is.
                return items.TrueForAll(static item => item.Reference is null or { Kind: ObjectKind.Int or ObjectKind.Float })
                    ? items.Aggregate(Value.Absent, Value.Join)
                    : throw new NotDeterminedException();
            }

            best = isBetter == true ? i : best;
        }

        return best < 0 ? Value.Absent : items[best];
    }

    /// <summary>Moves an item of a heap towards its root (heapq._siftdown).</summary>
    private void SiftUp(ItemContents heap, int at, SyntaxNode node)
    {
        var item = heap[at];
        while (at > 0)
        {
            var parent = (at - 1) / 2;
            if (!RequireLess(item, heap[parent], node))
            {
                break;
            }

            heap[at] = heap[parent];
            at = parent;
        }

        heap[at] = item;
    }

    /// <summary>Moves an item of a heap towards its leaves and back to its place (heapq._siftup).</summary>
    private void SiftDown(ItemContents heap, int at, SyntaxNode node)
    {
        var item = heap[at];
        for (var child = (2 * at) + 1; child < heap.Count; child = (2 * at) + 1)
        {
            if (child + 1 < heap.Count && !RequireLess(heap[child], heap[child + 1], node))
            {
                child++;
            }

            heap[at] = heap[child];
            at = child;
        }

        heap[at] = item;
        SiftUp(heap, at, node);
    }

    private Value TakeLeast(HeapObject container, ItemContents heap, SyntaxNode node)
    {
        if (heap.Count == 0)
        {
            return RaiseNew("IndexError", Value.OfText("index out of range"), node);
        }

        var last = RemoveAt(container, heap, heap.Count - 1);
        if (heap.Count == 0)
        {
            return last;
        }

        var least = heap[0];
        heap[0] = last;
        SiftDown(heap, 0, node);
        return least;
    }

    private void Heapify(ItemContents heap, SyntaxNode node)
    {
        for (var i = (heap.Count / 2) - 1; i >= 0; i--)
        {
            SiftDown(heap, i, node);
        }
    }
}
