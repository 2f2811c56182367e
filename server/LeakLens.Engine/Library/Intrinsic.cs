namespace LeakLens.Engine.Library;

/// <summary>What no formula can say and code of the engine does. A model names it with an at sign: <c>@Range</c>.</summary>
internal enum Intrinsic
{
    Range,
    Length,
    Text,
    Representation,
    ParseInt,
    ByteString,
    CharacterOf,
    CodeOf,
    TracedMemory,
    StartTracing,
    StopTracing,

    /// <summary>What is traced is looked at; the answer is not known.</summary>
    TracedSnapshot,
    Intern,
    List,
    Tuple,
    Set,
    Deque,
    Sorted,
    Dict,
    DefaultDict,
    Counter,
    Iterate,
    Reversed,

    /// <summary>An iterator over iterators, by the function's name.</summary>
    Stream,
    Product,
    Combinations,
    Tee,
    Next,
    Sum,
    Smallest,
    Largest,
    AnyOrAll,
    Super,
    Globals,
    Variables,
    SetAttribute,
    SetRawAttribute,
    GetAttribute,
    NewObject,
    Exit,
    DictGet,
    DictPop,
    SetDefault,
    DictView,
    DictUpdate,
    FromKeys,
    IntersectionUpdate,
    TextMethod,
    Print,
    Cached,
    Reduce,
    Gather,

    /// <summary>A decorator whose function runs when it is called, and goes on by itself whenever it yields.</summary>
    DriveGenerator,
    JsonText,

    /// <summary><c>pickle.dumps</c>: about as many bytes as the value has characters when it is printed.</summary>
    PickledBytes,

    /// <summary>What <c>zlib.compress</c> and its like give: known data are packed, of others a twelfth is left.</summary>
    CompressedBytes,

    /// <summary><c>os.path.join</c>: the lengths of the parts, and what stands between them.</summary>
    JoinPath,
    SplitRow,
    ArrayItem,
    JsonValue,
    MakePartial,
    CallPartial,
    GetItems,
    GetAttributes,
    CallNamed,

    // collections.ChainMap.
    ChainMap,
    ChainChild,
    ChainParents,
    ChainItem,
    ChainGet,
    ChainHolds,
    ChainStore,
    ChainPop,

    // logging.
    LogMessage,
    LogLevel,
    FlushRecords,
    FormatRecord,
    RecordMessage,

    // Tables.
    Frame,
    Series,
    TableItem,
    TableSetItem,
    TablePlace,
    TableGroups,
    JoinTables,
}
