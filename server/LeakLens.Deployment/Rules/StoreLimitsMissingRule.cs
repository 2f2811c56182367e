using LeakLens.Deployment.Edits;
using LeakLens.Deployment.Files;
using LeakLens.Deployment.Stores;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;

namespace LeakLens.Deployment.Rules;

/// <summary>LL804: a store may take all memory, or does something dangerous when it is full.</summary>
internal sealed class StoreLimitsMissingRule : DeploymentRule
{
    private const string Review = "the amount is a first guess, and what is least used is dropped when it is reached";

    public override string Id => "LL804";

    public override IEnumerable<Finding> Check(DeploymentContext context, RuleDescriptor rule) =>
        StoreFinder.Find(context.File).SelectMany(store => CheckCeiling(context, rule, store).Concat(StoreBuffers.Check(rule, store)));

    private static IEnumerable<Finding> CheckCeiling(DeploymentContext context, RuleDescriptor rule, StoreSettings store)
    {
        if (store.Kind is StoreKind.Memcached || store.MaxMemory is { Amount: null })
        {
            yield break;
        }

        if (store.MaxMemory is not { } maximum || maximum.Amount is { Bytes: 0, IsRead: true })
        {
            if (!store.IsOpen)
            {
                yield return NoCeiling(context, rule, store);
            }

            yield break;
        }

        if (store.Kind is StoreKind.Redis && store.Find("maxmemory-policy") is { } policy && policy.Value.Text.StartsWith("volatile", StringComparison.Ordinal))
        {
            yield return DeploymentContext.Report(rule, FindingLevel.Note, policy.Span, $"{policy.Value.Text} drops only keys that have an expiry: with none of these, writes fail when {maximum.Text} are reached",
                "Give every key an expiry, or choose a policy for all keys", YamlWriter.Unsafe("eviction", "Drop the least used of all keys", "keys without expiry are dropped, too", new TextEdit(policy.Value.Span, "allkeys-lru")));
        }
    }

    /// <summary>Dragonfly takes its own measure of the machine where nobody gives one: that is no danger outside of a container.</summary>
    private static Finding NoCeiling(DeploymentContext context, RuleDescriptor rule, StoreSettings store)
    {
        var isService = store.Container?.IsService ?? true;
        var level = !isService || (store.Kind is StoreKind.Dragonfly && (store.IsFile || store.Container?.Limit is not null)) ? FindingLevel.Note : rule.DefaultLevel;
        var (what, setting) = store.Kind is StoreKind.Dragonfly ? ("Dragonfly", "--maxmemory and --cache_mode") : ("the store", "maxmemory and maxmemory-policy");
        var message = store.IsFile
            ? $"{what} keeps whatever it is given: {store.Name} sets no maxmemory"
            : $"{what} in {store.Name} keeps whatever it is given: its command sets no maxmemory";
        return DeploymentContext.Report(rule, level, store.Find("maxmemory")?.Span ?? store.Place, message, $"Set {setting}", Fix(context, store));
    }

    private static Fix? Fix(DeploymentContext context, StoreSettings store)
    {
        const string Title = "Keep at most 100 MB, and drop what is least used";
        if (!store.IsFile)
        {
            return store.Kind is StoreKind.Redis ? YamlWriter.Unsafe("store-limit", Title, Review, CommandEdit(context, store)) : null;
        }

        if (store.Find("maxmemory") is { } zero)
        {
            return YamlWriter.Unsafe("store-limit", Title, Review, new TextEdit(zero.Span, store.Kind is StoreKind.Redis ? "maxmemory 100mb" : "--maxmemory=512mb"));
        }

        var text = context.File.Text;
        var end = text.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var start = text.Length == 0 || text.Text.EndsWith('\n') ? "" : end;
        var lines = store.Kind is StoreKind.Redis ? PolicyLines(store, end) : $"--maxmemory=512mb{end}--cache_mode=true{end}";
        return YamlWriter.Unsafe("store-limit", Title, Review, new TextEdit(new(text.Length, 0), start + lines));
    }

    private static string PolicyLines(StoreSettings store, string end) => store.Find("maxmemory-policy") is null ? $"maxmemory 100mb{end}maxmemory-policy allkeys-lru{end}" : $"maxmemory 100mb{end}";

    /// <summary>Only where no command is written: how to add to one depends on how it is written.</summary>
    private static TextEdit? CommandEdit(DeploymentContext context, StoreSettings store)
    {
        if (store.Container is not { Command.IsEmpty: true } container)
        {
            return null;
        }

        var program = container.ImageName is "valkey" ? "valkey-server" : "redis-server";
        var (key, words) = container.Owner is null ? ("command", (string[])[program]) : ("args", []);
        string[] all = [.. words, "--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru"];
        return context.Write.AddEntry(container.Node, $"{key}: [{string.Join(", ", all.Select(static word => $"\"{word}\""))}]");
    }
}
