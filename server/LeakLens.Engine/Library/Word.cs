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
    IsFunction,

    /// <summary>The origin of a seek is the start.</summary>
    IsStart,

    IsSlice,

    /// <summary>bytes or a bytearray.</summary>
    IsBytes,

    /// <summary>How many items a slice takes out of so many.</summary>
    Span,

    /// <summary>The first operand keeps the second alive.</summary>
    Reaches,

    /// <summary>Bytes of a struct format.</summary>
    StructSize,

    /// <summary>How many values a struct format unpacks to, and whether they are floats.</summary>
    StructItems,
    StructFloats,

    /// <summary>Bytes of one item of an array, by its type code.</summary>
    CodeSize,

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

    /// <summary>What a named function gives for each item of an iterable.</summary>
    Mapped,

    // Values that exist already.
    Element,
    Item,
    Next,
    Either,
    Registry,

    /// <summary>The bytes, or the value, that keep() noted to be packed in a text or bytes.</summary>
    Kept,
    DeepKept,

    /// <summary>The value under a key of a registry; the third operand makes it when there is none.</summary>
    GetOrMake,

    // Arrays.
    Array,
    Like,
    ViewOf,
    Elementwise,
    Elements,
    Volume,
    Rows,
    ShapeOf,
    ItemBytes,
    Joined,
    Reduced,
    AsArray,
    RowOf,
    Pinned,
    ArangeCount,
    Table,
    PartOf,

    // Effects.
    Add,

    /// <summary>One more item comes to a heap, whose first item is its least.</summary>
    Push,

    /// <summary>The items take the order of a heap.</summary>
    Heapify,
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

    /// <summary>Runs an awaitable to its end.</summary>
    Run,

    /// <summary>spawn(x, f): calls or awaits x beside the caller; now when f comes to an end, else when it is waited for.</summary>
    Spawn,
    Settle,

    /// <summary>Notes what was packed into bytes.</summary>
    Keep,

    /// <summary>Writes so many bytes or characters where a stream stands.</summary>
    Write,
    Fail,

    /// <summary>Bytes that a function takes while it runs besides what it gives.</summary>
    Scratch,
}
