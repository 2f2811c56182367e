namespace LeakLens.Engine.Heap;

/// <summary>The numbers that an object has besides its contents. They are slots, so that journal, join and extrapolation treat them like all others.</summary>
internal enum Meta : byte
{
    /// <summary>Items of a container, in all objects that a summary stands for.</summary>
    Length,

    /// <summary>How many objects of the program this one stands for.</summary>
    Count,

    /// <summary>Own bytes of all leaves (str, int, ...) that a summary stands for.</summary>
    Bytes,

    /// <summary>Where an iterator stands.</summary>
    Position,

    /// <summary>Items that a list was made with, before growth began.</summary>
    StartLength,

    /// <summary>Room that was allocated for those items.</summary>
    StartCapacity,

    /// <summary>Items added by the latest growth: the step of over-allocation.</summary>
    Step,

    /// <summary>The most entries since the table was last released: tables do not shrink on deletion.</summary>
    HighWater,

    /// <summary>1 when a dict has had a key that is not a str.</summary>
    MixedKeys,

    /// <summary>Places in the table of a set, since another set was merged into it at once; zero when its items came one by one.</summary>
    Places,

    /// <summary>How many values came in the present trip and still have slots of their own.</summary>
    Recent,

    /// <summary>Attributes that one of the first instances of its class has room for; characters that the buffer of a stream has room for.</summary>
    Room,

    /// <summary>How an instance keeps its attributes: 0 behind itself, 1 there and in a dict that shows them, 2 in a dict of its own.</summary>
    Namespace,

    /// <summary>Of a growth: how often it happened.</summary>
    Times,

    /// <summary>Of a growth: the most bytes that the container held.</summary>
    Peak,

    /// <summary>Of a growth: how often contents were let go of.</summary>
    Releases,
}
