namespace LeakLens.Engine.Evaluation;

/// <summary>An object of the interpreter itself (a traceback, a frame object ...): what it is called and the bytes of one.</summary>
internal sealed record NativeType(string Name, long Bytes)
{
    // Measured on CPython 3.11, the collector's header included.
    private const long FrameBase = 136;
    private const long GeneratorBase = 168;
    private const long Slot = 8;

    public static readonly NativeType Traceback = new("traceback", 56);

    /// <summary>A frame object that took over its frame: names, cells and the evaluation stack.</summary>
    public static NativeType FrameOf(int names, int stack) => new("frame", FrameBase + (Slot * (names + stack)));

    public static long GeneratorBytes(int names, int stack) => GeneratorBase + (Slot * (names + stack));
}
