namespace LeakLens.Benchmarks;

/// <summary>
/// The most bytes that were alive at the end of any collection while something ran, looked at every millisecond. Set
/// <c>DOTNET_GCgen0size=0x400000</c> to have a collection every four megabytes.
/// </summary>
internal static class PeakMemory
{
    public static (T Result, long Bytes) During<T>(Func<T> action)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;
        var stopped = false;
        var watching = new Thread(() =>
        {
            while (!Volatile.Read(ref stopped))
            {
                peak = Math.Max(peak, GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes);
                Thread.Sleep(1);
            }
        });
        watching.Start();
        var result = action();
        Volatile.Write(ref stopped, value: true);
        watching.Join();
        return (result, Math.Max(0, peak - before));
    }
}
