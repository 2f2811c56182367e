namespace LeakLens.Engine.Heap;

/// <summary>What is known about a value.</summary>
internal enum ValueKind : byte
{
    /// <summary>No value: an unbound name, an empty slot.</summary>
    Absent,

    /// <summary>A value that nothing is known about. Never free, never infinite: simply not counted.</summary>
    Unknown,
    None,
    Bool,
    Int,
    Float,

    /// <summary>A str that CPython's compiler made once for ever: it costs its holder a pointer.</summary>
    Text,

    /// <summary>A bytes literal, shared like <see cref="Text"/>; only its length is kept.</summary>
    ByteText,

    /// <summary>An object of the abstract heap.</summary>
    Object,

    /// <summary>A function, type or module that the engine knows.</summary>
    Known,

    /// <summary>Not a Python value: what is known of a container's keys.</summary>
    Keys,

    /// <summary>Not a Python value: the identity of a key.</summary>
    Key,

    /// <summary>One of several values: the join of two paths.</summary>
    Union,
}
