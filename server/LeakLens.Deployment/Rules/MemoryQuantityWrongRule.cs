using LeakLens.Deployment.Amounts;
using LeakLens.Deployment.Edits;
using LeakLens.Deployment.Files;
using LeakLens.Deployment.Yaml;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;

namespace LeakLens.Deployment.Rules;

/// <summary>LL802: an amount of memory is written that does not mean what was meant.</summary>
internal sealed class MemoryQuantityWrongRule : DeploymentRule
{
    private const string Review = "the program gets another amount of memory";

    private static readonly string[] UnitSettings = ["memorymax", "memoryhigh", "memorylimit", "memorylow", "memorymin", "memoryswapmax"];

    public override string Id => "LL802";

    public override IEnumerable<Finding> Check(DeploymentContext context, RuleDescriptor rule) => context.File.Kind switch
    {
        DeploymentKind.Kubernetes or DeploymentKind.Compose => context.File.Containers.SelectMany(container => CheckContainer(context, rule, container)).Concat(VolumeSizes(context, rule)),
        DeploymentKind.Script => context.File.Runs.SelectMany(static run => run.Options).Where(static option => option.Name is "memory" or "memory-reservation" or "memory-swap" && option.Value.Text is not ("" or "-1"))
            .Select(option => CheckValue(context, rule, MemoryValue.From(option.Value, AmountDialect.Docker))).OfType<Finding>(),
        DeploymentKind.SystemdUnit => Values(context, rule, AmountDialect.Systemd, static setting => UnitSettings.Contains(setting.Name, StringComparer.Ordinal)),
        DeploymentKind.RedisConfiguration => Values(context, rule, AmountDialect.Redis, static setting => setting.Name is "maxmemory"),
        DeploymentKind.DragonflyFlags => Values(context, rule, AmountDialect.Dragonfly, static setting => setting.Name is "maxmemory"),
        _ => [],
    };

    private static IEnumerable<Finding> CheckContainer(DeploymentContext context, RuleDescriptor rule, Container container)
    {
        var isRead = true;
        foreach (var value in (MemoryValue?[])[container.Limit, container.Request])
        {
            if (value is not null && CheckValue(context, rule, value) is { } wrong)
            {
                isRead = false;
                yield return wrong;
            }
        }

        if (!isRead || container.Limit is not { Bytes: { } limit } given)
        {
            yield break;
        }

        if (container.Request is { Bytes: { } request } asked && request > limit)
        {
            var fix = YamlWriter.Unsafe("request-within-limit", $"Ask for {given.Text}", Review, context.Write.Replace(asked.Span, given.Text));
            yield return DeploymentContext.Report(rule, FindingLevel.Error, asked.Span, $"{container.Name} asks for {asked.Text} and may have {given.Text}: it cannot be started", "A request is at most the limit", fix);
        }
        else if (limit > 0 && limit < rule.GetThreshold("python-bytes") && IsPython(container))
        {
            yield return DeploymentContext.Report(rule, FindingLevel.Warning, given.Span,
                $"{given.Text} is less than a Python service takes when it has done nothing yet: {container.Name} is ended as soon as it starts",
                "Measure what it takes after its start, and give it twice that");
        }
    }

    private static bool IsPython(Container container) => !container.IsInit && (container.ImageName is "python" or "pypy" || Programs.RunsPython(container.Command));

    private static IEnumerable<Finding> VolumeSizes(DeploymentContext context, RuleDescriptor rule) => context.File.Objects
        .SelectMany(static item => item.Pod?.Items("volumes") ?? []).OfType<YamlMapping>().Take(1000)
        .Select(static volume => MemoryValue.From(volume.Scalar("emptyDir", "sizeLimit"), AmountDialect.Kubernetes)).OfType<MemoryValue>()
        .Select(value => CheckValue(context, rule, value)).OfType<Finding>();

    private static IEnumerable<Finding> Values(DeploymentContext context, RuleDescriptor rule, AmountDialect dialect, Func<Setting, bool> isAmount) => context.File.Settings
        .Where(setting => isAmount(setting) && setting.Value.Text is not ("infinity" or "")).Select(setting => CheckValue(context, rule, MemoryValue.From(setting.Value, dialect))).OfType<Finding>();

    private static Finding? CheckValue(DeploymentContext context, RuleDescriptor rule, MemoryValue value)
    {
        if (value.Amount is not { } amount || amount.Problem == AmountProblem.None)
        {
            return null;
        }

        var (message, level) = Describe(value.Text, amount, value.Dialect);
        var fix = amount.Correction is { } correction ? YamlWriter.Unsafe("memory-unit", $"Write {correction}", Review, context.Write.Replace(value.Span, correction)) : null;
        return DeploymentContext.Report(rule, level, value.Span, message, amount.Correction is { } better ? $"{better} is probably what is meant" : null, fix);
    }

    private static (string Message, FindingLevel Level) Describe(string text, Amount amount, AmountDialect dialect) => amount.Problem switch
    {
        AmountProblem.Thousandths => ($"{text} is {amount.Bytes:0.###} bytes: m stands for thousandths here", FindingLevel.Error),
        AmountProblem.NoUnit => ($"{text} is {amount.Bytes:0} bytes: the number has no unit", FindingLevel.Error),
        AmountProblem.DecimalUnit => ($"{text} is {ByteText.Bytes((long)amount.Bytes)}: without a b the unit counts in thousands here", FindingLevel.Note),
        AmountProblem.UnknownUnit => ($"{text} is no amount that {ReaderOf(dialect)} reads: the unit is unknown", FindingLevel.Error),
        _ => ($"{text} is no amount of memory", FindingLevel.Error),
    };

    private static string ReaderOf(AmountDialect dialect) => dialect switch
    {
        AmountDialect.Kubernetes => "Kubernetes",
        AmountDialect.Docker => "Docker",
        AmountDialect.Systemd => "systemd",
        _ => "the store",
    };
}
