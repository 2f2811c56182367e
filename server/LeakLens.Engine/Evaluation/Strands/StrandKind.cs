namespace LeakLens.Engine.Evaluation.Strands;

/// <summary>What a library object has to do with threads and tasks.</summary>
internal enum StrandKind
{
    Nothing,
    Thread,
    Timer,
    Lock,
    Event,
    Condition,
    Semaphore,
    Barrier,
    Queue,
    Executor,

    /// <summary>A future of asyncio or of an executor, or a task.</summary>
    Future,
    TaskGroup,
    EventLoop,
}
