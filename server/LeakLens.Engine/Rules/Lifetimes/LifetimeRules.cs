using System.Collections.Immutable;
using LeakLens.Engine.Rules.Growths;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>The rules of the family LL4.</summary>
internal static class LifetimeRules
{
    /// <summary>Kinds of growth, those that say most about one first.</summary>
    public static readonly ImmutableArray<GrowthRule> Growths =
    [
        new HeldObjectsRule("LL407", "tasks", "Let each task take itself out when it is done: task.add_done_callback(tasks.discard)"),
        new HeldObjectsRule("LL406", "threads or processes", "Join them and drop them from the collection, or use an executor in a with statement"),
        new HeldObjectsRule("LL408", "open files or connections", "Close each one and drop it, or open it in a with statement"),
        new IdentityKeyRule(),
        new MemoGrowthRule(),
        new ReferenceCycleAccumulationRule(),
        new ForgottenTableRule(),
    ];

    public static readonly ImmutableArray<Rule> Others =
    [
        new CachedMethodKeepsSelfRule(),
        new UnboundedMemoisationRule(),
        new FinalizerHazardRule(),
        new ListenerOrHandlerNeverRemovedRule(),
        new ThreadOrExecutorLeakRule(),
        new AsyncioTaskLeakRule(),
        new ResourceNotClosedRule(),
        new FakeCleanupRule(),
        new OwnMethodKeptRule(),
    ];
}
