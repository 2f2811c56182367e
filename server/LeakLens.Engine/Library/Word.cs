namespace LeakLens.Engine.Library;

/// <summary>The vocabulary of models. Each word is a Python call in a model's text, in lower case with underscores.</summary>
internal enum Word
{
    // Numbers and tests.
    Len,
    Number,
    Min,
    Max,
    Upto,
    Between,
    Digits,
    Given,
    IsInt,
    IsNone,
    IsSequence,

    // Values that a call makes anew.
    Int,
    Float,
    Bool,
    Str,
    Bytes,
    Bytearray,
    List,
    Tuple,
    Set,
    Dict,
    Deque,
    Items,
    Several,
    ListOf,
    TupleOf,
    DictOf,
    SetOf,
    Opaque,
    New,
    Copy,
    Deepcopy,
    Iterator,

    // Values that exist already.
    Element,
    Item,
    Next,
    Either,
    Registry,

    // Effects.
    Add,
    Extend,
    SetKey,
    Take,
    RemoveKey,

    /// <summary>The order of the items changes.</summary>
    Reorder,
    Drop,
    Clear,
    Hold,
    Release,
    Grow,

    /// <summary>Makes room for so many items at once.</summary>
    Fill,

    /// <summary>Sets how many items there may be; one more pushes one out.</summary>
    Limit,
    Consume,
    Share,
    Call,
    Apply,

    /// <summary>Runs a coroutine to its end.</summary>
    Run,
    Fail,
}
