using LeakLens.Engine.Heap;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Evaluation;

/// <summary>
/// What the exact run makes within one expression, before any variable refers to it: <c>[str(n) for n in range(10_000_000)]</c> must fit as well as what
/// statements make one by one.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>Containers that are being filled; whoever began last ends first within one thread of the program, but not among several.</summary>
    private readonly List<HeapObject> _filling = [];

    private void BeginFilling(HeapObject container)
    {
        if (IsExact)
        {
            _filling.Add(container);
        }
    }

    private void EndFilling(HeapObject container)
    {
        if (IsExact)
        {
            _filling.RemoveAt(_filling.LastIndexOf(container));
        }
    }

    /// <summary>As <see cref="IterateInside(SyntaxNode, Value, Func{Value, Completion})"/>, where the items go into a container.</summary>
    private void IterateInto(HeapObject container, SyntaxNode node, Value iterable, Func<Value, Completion> body)
    {
        BeginFilling(container);
        IterateInside(node, iterable, body);
        EndFilling(container);
    }

    /// <summary>An item goes into a container; what it raises, such as for a pair that is none, ends the drawing.</summary>
    private Completion AddFrom(HeapObject container, Value item, SyntaxNode node)
    {
        if (container.Kind == ObjectKind.Dict && IsExact)
        {
            SetPair(container, item, node);
        }
        else if (container.Kind == ObjectKind.Dict)
        {
            var key = item.Reference?.Get(SlotKey.Item(0)) ?? Value.Unknown;
            var value = item.Reference?.Get(SlotKey.Item(1)) ?? Value.Unknown;
            SetKey(container, key, value, node, isLiteral: false);
        }
        else
        {
            Add(container, item, node, "extend");
        }

        return IsExact ? AfterCall() : Completion.Normal;
    }

    /// <summary>So many items were made at once, and most likely each is an object.</summary>
    private static void RequireFew(long items)
    {
        const long MostAtOnce = 700_000;
        if (items > MostAtOnce)
        {
            TooMuch();
        }
    }
}
