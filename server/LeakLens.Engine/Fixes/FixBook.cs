using System.Collections.Frozen;
using System.Collections.Immutable;
using LeakLens.Engine.Fixes.Kinds.Caches;
using LeakLens.Engine.Fixes.Kinds.Cleanup;
using LeakLens.Engine.Fixes.Kinds.Diagnostics;
using LeakLens.Engine.Fixes.Kinds.Exhaustion;
using LeakLens.Engine.Fixes.Kinds.Growths;
using LeakLens.Engine.Fixes.Kinds.Libraries;
using LeakLens.Engine.Fixes.Kinds.Lists;
using LeakLens.Engine.Fixes.Kinds.Payloads;
using LeakLens.Engine.Fixes.Kinds.Resources;
using LeakLens.Engine.Fixes.Kinds.Stores;

namespace LeakLens.Engine.Fixes;

/// <summary>All kinds of fixes, by the rules that they help; of one rule's the one to be preferred first.</summary>
internal static class FixBook
{
    public static readonly ImmutableArray<FixProvider> All =
    [
        new EndInFinally(),
        new EndOfManager(),
        new StopInFinally(),
        new RaiseAboveLimit(),
        new LeaveCollectorAlone(),
        new CacheLimit(),
        new CachePerInstance(),
        new OnePass(),
        new GrowInPlace(),
        new ReadWithGet(),
        new InWith(),
        new ReleaseInClose(),
        new HandlerOnce(),
        new WaitForIt(),
        new KeepUntilDone(),
        new ReleaseForReal(),
        new FinalizerForOthers(),
        new WarnInFinalizer(),
        new DefaultToNone(),
        new MoveToInit(),
        new ReleaseOnExit(),
        new MoveIntoCall(),
        new FreshAfterYield(),
        new WeakRegistry(),
        new BoundedDeque(),
        new EvictOldest(),
        new TakeFirst(),
        new ClearEachTrip(),
        new KeepNothing(),
        new KeyExpiry(),
        new TrimAfterwards(),
        new ScanInstead(),
        new ClientTimeouts(),
        new PrefetchCount(),
        new SendInParts(),
        new FetchPart(),
        new LimitInBroker(),
        new TimeoutArgument(),
        new ReadAtMost(),
        new LimitOfSize(),
        new UnpackAtMost(),
        new QueueSize(),
        new RetryCap(),
        new LimitBack(),
        new RequestLimit(),
        new TakeBeforeTry(),
        new RotatingLog(),
        new EscapedPattern(),
        new RemoveExecution(),
        new ReadableCode(),
        new LiteralInstead(),
        new PlainCall(),
        new CheckDigest(),
        new StartOnce(),
        new FigureClose(),
        new CopyOfPart(),
        new WithoutHistory(),
        new RowsInParts(),
        new SessionInWith(),
    ];

    /// <summary>By kind: the kind that does the same, and does it better. Where that one is offered, the first is not.</summary>
    public static readonly FrozenDictionary<string, string> Better = new Dictionary<string, string>(StringComparer.Ordinal) { ["evict-oldest"] = "bounded-deque", ["stop-in-finally"] = "end-in-finally" }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ImmutableArray<FixProvider>> ByRule = All
        .SelectMany(static provider => provider.Rules.Select(rule => (rule, provider)))
        .GroupBy(static pair => pair.rule, static pair => pair.provider, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.ToImmutableArray(), StringComparer.Ordinal);

    public static ImmutableArray<FixProvider> For(string rule) => ByRule.GetValueOrDefault(rule, []);
}
