namespace LeakLens.Engine.Heap;

/// <summary>What part of an object a slot is.</summary>
internal enum SlotKind
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
}
