namespace LeakLens.Engine.Evaluation;

/// <summary>Marks the list of what one reader of itertools.tee has still to give: CPython keeps blocks of items, which the readers share.</summary>
/// <param name="IsFirst">The block that is being filled is told with this one.</param>
internal sealed record TeeQueue(bool IsFirst)
{
    // teedataobject of CPython 3.11, the collector's header included.
    private const long Block = 512;
    private const long ItemsPerBlock = 57;

    public long Bytes(long length) => Block * (((length + ItemsPerBlock - 1) / ItemsPerBlock) + (IsFirst && length == 0 ? 1 : 0));
}
