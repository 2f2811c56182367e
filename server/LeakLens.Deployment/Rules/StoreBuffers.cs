using LeakLens.Deployment.Amounts;
using LeakLens.Deployment.Edits;
using LeakLens.Deployment.Files;
using LeakLens.Deployment.Stores;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;

namespace LeakLens.Deployment.Rules;

/// <summary>LL804 for what a store keeps besides its keys: buffers of clients, requests, and how many may ask. Its defaults are sound; only what raises them is told.</summary>
internal static class StoreBuffers
{
    private const double Mebibyte = 1 << 20;

    /// <summary>Name, store, the most that is usual in bytes, what it is.</summary>
    private static readonly (string Name, StoreKind Kind, double Most, string What)[] Amounts =
    [
        ("proto-max-bulk-len", StoreKind.Redis, 512 * Mebibyte, "one value"),
        ("client-query-buffer-limit", StoreKind.Redis, 1024 * Mebibyte, "the requests of one client that are not read yet"),
        ("max_bulk_len", StoreKind.Dragonfly, 2048 * Mebibyte, "one value"),
        ("pipeline_buffer_limit", StoreKind.Dragonfly, 128 * Mebibyte, "the requests that wait in each thread"),
        ("publish_buffer_limit", StoreKind.Dragonfly, 128 * Mebibyte, "the messages that wait in each thread"),
        ("request_cache_limit", StoreKind.Dragonfly, 64 * Mebibyte, "the requests that are kept in each thread"),
    ];

    private static readonly string[] LimitedClients = ["pubsub", "replica", "slave"];

    public static IEnumerable<Finding> Check(RuleDescriptor rule, StoreSettings store)
    {
        foreach (var setting in store.Settings)
        {
            if (setting is { Name: "client-output-buffer-limit", Values: [var group, { Text: "0" }, { Text: "0" }, ..] } && LimitedClients.Contains(group.Text, StringComparer.Ordinal))
            {
                var better = group.Text is "pubsub" ? "pubsub 32mb 8mb 60" : $"{group.Text} 256mb 64mb 60";
                var fix = store.IsFile ? YamlWriter.Unsafe("output-buffer", $"Write the default: {better}", "a client that reads too slowly is cut off", new TextEdit(setting.Span, $"client-output-buffer-limit {better}")) : null;
                yield return DeploymentContext.Report(rule, rule.DefaultLevel, setting.Span, $"what a slow {group.Text} client has not read yet is kept without end: 0 switches the limit off", $"The default is {better}", fix);
            }
            else if (Amounts.FirstOrDefault(amount => amount.Kind == store.Kind && string.Equals(amount.Name, setting.Name, StringComparison.Ordinal)) is { Name: not null } known
                && AmountReader.Read(setting.Value.Text, store.Dialect) is { IsRead: true } given && given.Bytes > known.Most)
            {
                yield return DeploymentContext.Report(rule, rule.DefaultLevel, setting.Span, $"{known.What} may take {ByteText.Bytes((long)given.Bytes)}: the default is {ByteText.Bytes((long)known.Most)}", "Keep the default, or less");
            }
            else if (setting.Name is "maxclients" && double.TryParse(setting.Value.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var clients) && clients > rule.GetThreshold("client-items"))
            {
                yield return DeploymentContext.Report(rule, FindingLevel.Note, setting.Span, $"{setting.Value.Text} clients may each fill their buffers", "Allow as many as there are programs that ask, and some more");
            }
        }
    }
}
