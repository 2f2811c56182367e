using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LeakLens.Python.Parsing;

/// <summary>
/// Where lists grow before their length is known: one stack for all open lists, from which a finished one is cut as an array of
/// exactly its size.
/// </summary>
internal sealed class NodeStack
{
    /// <summary>A file that needed more keeps its stack for itself.</summary>
    private const int MaxRetained = 65536;

    [ThreadStatic]
    private static NodeStack? _shared;

    private object?[] _items = new object?[256];
    private int _top;

    /// <summary>The place at which a list begins.</summary>
    public int Mark => _top;

    public object? this[int index]
    {
        get => _items[index];
        set => _items[index] = value;
    }

    public static NodeStack Rent()
    {
        var stack = _shared ?? new NodeStack();
        _shared = null;
        return stack;
    }

    public static void Return(NodeStack stack)
    {
        if (stack._items.Length > MaxRetained)
        {
            return;
        }

        // Slots above the top still point into the tree that was just built.
        Array.Clear(stack._items);
        stack._top = 0;
        _shared = stack;
    }

    public void Push(object? item)
    {
        if (_top == _items.Length)
        {
            Array.Resize(ref _items, _items.Length * 2);
        }

        _items[_top++] = item;
    }

    /// <summary>The list that began at the mark. Every item pushed since must be a <typeparamref name="T"/>.</summary>
    public ImmutableArray<T> Pop<T>(int mark)
        where T : class?
    {
        var count = _top - mark;
        if (count == 0)
        {
            return [];
        }

        // The parser pushes into a list only what the list holds, so that the per-element type check of a cast copy is saved.
        ref var first = ref Unsafe.As<object?, T>(ref _items[mark]);
        var array = MemoryMarshal.CreateReadOnlySpan(ref first, count).ToArray();
        _top = mark;
        return ImmutableCollectionsMarshal.AsImmutableArray(array);
    }

    /// <summary>Two lists whose items alternate, the first of which may hold nulls.</summary>
    public void PopPairs(int mark, out ImmutableArray<Syntax.Expression?> keys, out ImmutableArray<Syntax.Expression> values)
    {
        var count = (_top - mark) / 2;
        var keyArray = new Syntax.Expression?[count];
        var valueArray = new Syntax.Expression[count];
        for (var i = 0; i < count; i++)
        {
            keyArray[i] = Unsafe.As<Syntax.Expression?>(_items[mark + (2 * i)]);
            valueArray[i] = Unsafe.As<Syntax.Expression>(_items[mark + (2 * i) + 1])!;
        }

        _top = mark;
        keys = ImmutableCollectionsMarshal.AsImmutableArray(keyArray);
        values = ImmutableCollectionsMarshal.AsImmutableArray(valueArray);
    }

    public object PopLast() => _items[--_top] ?? throw new InvalidOperationException("The list holds a null.");

    /// <summary>Forgets the list that began at the mark.</summary>
    public void Drop(int mark) => _top = mark;
}
