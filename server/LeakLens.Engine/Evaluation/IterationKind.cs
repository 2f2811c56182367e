namespace LeakLens.Engine.Evaluation;

/// <summary>What an iterator does with its sources. Those from <see cref="Map"/> on can run from the source's side: the loop over the source is the loop.</summary>
internal enum IterationKind
{
    Over,

    /// <summary>Counts for ever: itertools.count.</summary>
    Count,
    Zip,

    /// <summary><c>zip(…, strict=True)</c>: all end together, or it is an error.</summary>
    ZipStrict,

    /// <summary>As many tuples as the longest source has items, what is missing filled up with the last source: itertools.zip_longest.</summary>
    ZipLongest,

    /// <summary>The items whose companions are true: itertools.compress.</summary>
    Compress,

    /// <summary>One value, for ever or a number of times: itertools.repeat.</summary>
    Repeat,

    /// <summary>The items of a source, again and again, from a copy: itertools.cycle.</summary>
    Cycle,

    /// <summary>One of several readers of a source: itertools.tee.</summary>
    Tee,

    /// <summary>A known number of new tuples: combinations, permutations.</summary>
    Fresh,

    /// <summary>Tuples of the items of pools that are known one by one.</summary>
    Chosen,

    /// <summary>What a function returns until it returns a sentinel: iter(f, end).</summary>
    Calls,

    /// <summary>An object of the program with <c>__next__</c>.</summary>
    Protocol,

    /// <summary>An object of the program with <c>__getitem__</c> alone: items from 0 on until IndexError.</summary>
    Items,

    /// <summary>The items of a sequence whose length is known, from the last to the first.</summary>
    Reversed,
    GroupBy,
    Group,

    /// <summary>The matches of a pattern in a text, found one by one: re.finditer.</summary>
    Matches,

    /// <summary>The parts of a table, each with the key that its rows have in common.</summary>
    Parts,
    Map,
    Filter,
    FilterFalse,
    Enumerate,
    Chain,
    ChainOfIterable,
    Slice,
    TakeWhile,
    DropWhile,
    Accumulate,
    StarMap,

    /// <summary>A known number of tuples, each of one element of every pool.</summary>
    Product,
    Pairwise,
    Batched,
}
