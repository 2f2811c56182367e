namespace LeakLens.Engine.Evaluation.Strands;

/// <summary>What the exact run remembers of an event, a queue, a future ... besides what it holds.</summary>
internal sealed class Signal
{
    /// <summary>An event is set, a thread, task or future is done, a lock is held.</summary>
    public bool IsSet { get; set; }

    public bool IsCancelled { get; set; }

    /// <summary>Of a semaphore: how many may still enter. Of a queue: tasks that are not done. Of a barrier: who has come.</summary>
    public long Count { get; set; }

    /// <summary>Of a condition: who waits, the longest waiting first.</summary>
    public List<Signal> Waiting { get; } = [];

    public List<Heap.Value> Callbacks { get; } = [];

    public Strand? Strand { get; set; }
}
