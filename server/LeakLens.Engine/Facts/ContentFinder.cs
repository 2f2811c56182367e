using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Library;
using LeakLens.Engine.Sizes;
using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Facts;

/// <summary>
/// Looks into a container that grew: at some of its items, and at what they refer to a few steps away. What was there before
/// the growth began is not looked at.
/// </summary>
internal sealed class ContentFinder
{
    private const int MostItems = 64;
    private const int MostObjects = 400;
    private const int MostSites = 8;
    private const int Deepest = 5;

    private readonly HeapObject _container;
    private readonly int _notOlderThan;
    private readonly Dictionary<(SyntaxNode, ObjectKind), ItemFact> _items = [];
    private readonly HashSet<HeapObject> _seen = [];
    private readonly List<HeapObject> _way = [];
    private long _text;
    private long _array;
    private long _rows;
    private bool _holdsContainers;
    private bool _hasCycle;
    private bool _hasUnknown;
    private bool _hasViews;

    private ContentFinder(HeapObject container, int notOlderThan)
    {
        _container = container;
        _notOlderThan = notOlderThan;
    }

    /// <param name="notOlderThan">The birth of the first object that may have come in by growth.</param>
    /// <param name="owners">Who else holds what.</param>
    public static GrowthContent Look(HeapObject container, int notOlderThan, OwnerFinder owners)
    {
        var finder = new ContentFinder(container, notOlderThan);
        finder.Enter(container, depth: 0);
        var isNothingNew = finder._items.Count == 0 && !finder._hasUnknown;
        return new GrowthContent([.. finder._items.Values], finder._text, finder._array, finder._rows, finder._holdsContainers, finder._hasCycle, isNothingNew, finder._hasUnknown)
        {
            Pinned = finder._hasViews ? ViewFinder.Find(container, notOlderThan, owners) : null,
        };
    }

    private void Enter(HeapObject holder, int depth)
    {
        if (depth > Deepest)
        {
            return;
        }

        _way.Add(holder);
        if (holder.Contents is { } contents)
        {
            foreach (var value in Some(contents.References))
            {
                Meet(value, holder, depth);
            }

            MeetSlots(holder.OwnSlots, holder, depth);
        }
        else
        {
            MeetSlots(holder.Slots, holder, depth);
        }

        if (holder.Payload is FunctionValue { Closure: var closure })
        {
            MeetCells(closure, holder, depth);
        }

        _way.RemoveAt(_way.Count - 1);
    }

    /// <summary>What a function closes over.</summary>
    private void MeetCells(Frame closure, HeapObject holder, int depth)
    {
        for (var frame = closure; frame is { Scope.Kind: not ScopeKind.Module }; frame = frame.Closure)
        {
            foreach (var symbol in frame.Scope.Symbols)
            {
                if (symbol.Use == SymbolUse.Cell)
                {
                    Meet(frame.Storage.Get(frame.KeyOf(symbol)), holder, depth);
                }
            }
        }
    }

    /// <summary>The first items of many, and a few of the last.</summary>
    private static List<Value> Some(ReadOnlySpan<Value> all)
    {
        var some = new List<Value>(Math.Min(all.Length, 2 * MostItems));
        foreach (var value in all.Length <= 2 * MostItems ? all : all[..MostItems])
        {
            some.Add(value);
        }

        foreach (var value in all.Length <= 2 * MostItems ? default : all[^MostItems..])
        {
            some.Add(value);
        }

        return some;
    }

    private void MeetSlots(ReadOnlySpan<Slot> slots, HeapObject holder, int depth)
    {
        foreach (var slot in slots)
        {
            switch (slot.Key.Kind)
            {
                case SlotKind.Group when slot.Value.Number.High > 0 && slot.Key.Name is HeapObject held:
                    Meet(Value.Of(held.Resolve()), holder, depth);
                    break;
                case SlotKind.Item or SlotKind.Key or SlotKind.Recent or SlotKind.RecentKeyObject or SlotKind.Attribute:
                    Meet(slot.Value, holder, depth);
                    break;
                default:
                    break;
            }
        }
    }

    private void Meet(Value value, HeapObject holder, int depth)
    {
        foreach (var alternative in value.Alternatives)
        {
            Meet(alternative, holder, depth);
        }

        if (value.Reference is not { } target)
        {
            _hasUnknown |= depth == 0 && value.IsUnknown;
            return;
        }

        if (_way.Contains(target))
        {
            // A summary that refers to itself stands for many objects, each of which may refer to another.
            _hasCycle |= !(ReferenceEquals(target, holder) && target.IsSummary) && (!ReferenceEquals(target, _container) || depth > 0);
            return;
        }

        if (target.Birth < _notOlderThan && depth > 0)
        {
            _hasCycle |= HoldsContainer(target);
        }

        if (target.Birth < _notOlderThan || target.Kind is ObjectKind.Class or ObjectKind.Frame or ObjectKind.Growth || _seen.Count >= MostObjects)
        {
            return;
        }

        if (depth == 0 && _items.Count < MostSites)
        {
            _items.TryAdd((target.Site.Node, target.Kind), new ItemFact(target.Site.Node, target.Kind, NameOfType(target)));
        }

        if (_seen.Add(target))
        {
            Measure(target);
            Enter(target, depth + 1);
        }
    }

    /// <summary>An item refers to what keeps the container: a child to the parent whose list it is in.</summary>
    private bool HoldsContainer(HeapObject older)
    {
        if (older.Kind is not ObjectKind.Instance || older.Contents is not null)
        {
            return false;
        }

        foreach (var slot in older.Slots)
        {
            if (slot.Key.Kind == SlotKind.Attribute && ReferenceEquals(slot.Value.Reference, _container))
            {
                return true;
            }
        }

        return false;
    }

    private void Measure(HeapObject target)
    {
        if (target.Kind is ObjectKind.Str or ObjectKind.Bytes or ObjectKind.ByteArray)
        {
            _text = Math.Max(_text, LengthOf(target));
        }
        else if (target is { Kind: ObjectKind.Opaque, Payload: TypeModel { QualifiedName: var type } })
        {
            _array = Math.Max(_array, IsArray(type) ? Share(ObjectBytes.Own(target).High, target) : 0);
            _rows = Math.Max(_rows, Evaluator.RowsOfTable(target)?.High ?? 0);
            _hasViews |= ViewFinder.IsView(target);
        }

        _holdsContainers |= target.Kind is ObjectKind.List or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Deque or ObjectKind.Tuple
            && target.GetMeta(Meta.Length).High > 0;
    }

    private static bool IsArray(string type) => type is Evaluator.ArrayType || type.StartsWith("torch.", StringComparison.Ordinal);

    private static long LengthOf(HeapObject leaf)
    {
        if (!leaf.IsSummary && leaf.LeafLength is { HasFiniteHigh: true } length)
        {
            return length.High;
        }

        const int Longer = 2;
        var bytes = Share(ObjectBytes.Own(leaf).Low, leaf);
        return leaf.Kind == ObjectKind.Str
            ? Math.Max(0, ((bytes - StringSizes.Str(Longer, leaf.StringKind)) / StringSizes.WidthOf(leaf.StringKind)) + Longer)
            : Math.Max(0, bytes - StringSizes.Bytes(Longer) + Longer);
    }

    /// <summary>Of the bytes of all objects that a summary stands for, those of one.</summary>
    private static long Share(long bytes, HeapObject target) =>
        target.IsSummary && target.GetMeta(Meta.Count) is { HasFiniteHigh: true, High: > 0 } count ? bytes / count.High : bytes;

    private static string? NameOfType(HeapObject target) => target.Payload switch
    {
        TypeModel type => type.QualifiedName,
        HeapObject { Payload: ClassValue definition } => definition.Name,
        _ => null,
    };
}
