namespace LeakLens.Engine.Heap;

/// <summary>The kinds of objects that the abstract heap tells apart.</summary>
public enum ObjectKind : byte
{
    Str,
    Bytes,
    ByteArray,
    Int,
    Float,
    List,
    Tuple,
    Dict,
    Set,
    Deque,

    /// <summary>The objects of a range, an iterator over something, a generator that was not run.</summary>
    Range,
    Iterator,
    Generator,
    Instance,

    /// <summary>An object of a library whose inside is not looked at: its bytes are a number that its model gives.</summary>
    Opaque,
    Class,
    Function,
    BoundMethod,
    Frame,

    /// <summary>An object of the interpreter or the standard library that is only known by its size and what it refers to.</summary>
    Native,

    /// <summary>Not a Python object: the counter of how often a statement grew a container.</summary>
    Growth,
}
