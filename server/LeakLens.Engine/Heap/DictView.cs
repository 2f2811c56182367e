namespace LeakLens.Engine.Heap;

/// <summary>Marks a list that stands for what <c>keys()</c>, <c>values()</c> or <c>items()</c> shows of a dict, in the exact run.</summary>
internal sealed record DictView(HeapObject Dict, string Name)
{
    /// <summary>Keys and entries compare and combine as sets do; values do not.</summary>
    public bool IsSetLike => Name is "keys" or "items";
}
