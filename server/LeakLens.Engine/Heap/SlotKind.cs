namespace LeakLens.Engine.Heap;

/// <summary>What part of an object a slot is.</summary>
internal enum SlotKind : byte
{
    /// <summary>A local variable of a frame, by symbol index.</summary>
    Local,

    /// <summary>An attribute, or a name of a namespace, by name.</summary>
    Attribute,

    /// <summary>An item of a short list or tuple whose items are all known, by index.</summary>
    Item,

    /// <summary>The value of a dict entry whose key is a constant, by that key.</summary>
    Key,

    /// <summary>How many references a container holds to one object; the value is the count.</summary>
    Group,

    /// <summary>A number of the object, by <see cref="Heap.Meta"/>.</summary>
    Meta,

    /// <summary>A value that came to a container in the present trip of a loop, in the order of coming: it can still be told from the others.</summary>
    Recent,

    /// <summary>The identity of the key under which it came, by the same index.</summary>
    RecentKey,

    /// <summary>The object that is that key.</summary>
    RecentKeyObject,

    /// <summary>Not a reference: the key that came last to a dict (0), and what was put under it (1), which also a later trip can still tell from the others.</summary>
    Latest,
}
