using System.Collections.Concurrent;
using System.Collections.Frozen;
using LeakLens.Engine.Library;

namespace LeakLens.Engine.Evaluation.Strands;

/// <summary>Which library types start, stop or hold up threads and tasks.</summary>
internal static class StrandTypes
{
    private static readonly FrozenDictionary<string, StrandKind> Kinds = new Dictionary<string, StrandKind>(StringComparer.Ordinal)
    {
        ["threading.Thread"] = StrandKind.Thread,
        ["threading.Timer"] = StrandKind.Timer,
        ["threading.Lock"] = StrandKind.Lock,
        ["threading.RLock"] = StrandKind.Lock,
        ["asyncio.Lock"] = StrandKind.Lock,
        ["threading.Event"] = StrandKind.Event,
        ["asyncio.Event"] = StrandKind.Event,
        ["threading.Condition"] = StrandKind.Condition,
        ["asyncio.Condition"] = StrandKind.Condition,
        ["threading.Semaphore"] = StrandKind.Semaphore,
        ["asyncio.Semaphore"] = StrandKind.Semaphore,
        ["threading.Barrier"] = StrandKind.Barrier,
        ["queue.Queue"] = StrandKind.Queue,
        ["asyncio.Queue"] = StrandKind.Queue,
        ["concurrent.futures.ThreadPoolExecutor"] = StrandKind.Executor,
        ["concurrent.futures.Future"] = StrandKind.Future,
        ["asyncio.Future"] = StrandKind.Future,
        ["asyncio.TaskGroup"] = StrandKind.TaskGroup,
        ["asyncio.AbstractEventLoop"] = StrandKind.EventLoop,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<TypeModel, (StrandKind Kind, bool IsAsync)> Known = new();

    /// <summary>The kind of a type, and whether its methods are awaited.</summary>
    public static (StrandKind Kind, bool IsAsync) Of(TypeModel type) => ReferenceEquals(type.Catalogue, LibraryCatalogue.BuiltIn) ? Known.GetOrAdd(type, Find) : Find(type);

    private static (StrandKind Kind, bool IsAsync) Find(TypeModel type)
    {
        const int LongestChain = 8;
        var isAsync = type.QualifiedName.StartsWith("asyncio.", StringComparison.Ordinal);
        var current = type;
        for (var depth = 0; current is not null && depth < LongestChain; depth++)
        {
            if (Kinds.TryGetValue(current.QualifiedName, out var kind))
            {
                return (kind, isAsync);
            }

            current = current.Parent;
        }

        return (StrandKind.Nothing, isAsync);
    }
}
