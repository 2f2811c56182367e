using LeakLens.Deployment.Edits;
using LeakLens.Deployment.Files;
using LeakLens.Deployment.Yaml;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules;

namespace LeakLens.Deployment.Rules;

/// <summary>LL806: what would tell of a leak, or end it in time, is missing or never speaks. Only looked for where somebody asks.</summary>
internal sealed class OpsGuardrailMissingRule : DeploymentRule
{
    public override string Id => "LL806";

    public override IEnumerable<Finding> Check(DeploymentContext context, RuleDescriptor rule) =>
        Alerts(context).SelectMany(alert => CheckAlert(context, rule, alert))
            .Concat(context.File.Containers.SelectMany(container => CheckContainer(context, rule, container)))
            .Concat(context.File.Instructions.Where(static instruction => instruction.Name is "CMD" or "ENTRYPOINT").Select(instruction => CheckCommand(rule, new Word(instruction.Name, instruction.Span), instruction.Words)).OfType<Finding>());

    private static IEnumerable<YamlMapping> Alerts(DeploymentContext context)
    {
        var roots = context.File.Objects.Where(static item => item.Kind is "PrometheusRule").Select(static item => item.Node.Mapping("spec"))
            .Concat(context.File.Kind is DeploymentKind.PrometheusRules ? context.File.Yaml?.Documents.OfType<YamlMapping>() ?? [] : []);
        return roots.SelectMany(static root => root?.Items("groups") ?? []).OfType<YamlMapping>().SelectMany(static group => group.Items("rules")).OfType<YamlMapping>().Where(static item => item.Text("alert") is not null).Take(2000);
    }

    private static IEnumerable<Finding> CheckAlert(DeploymentContext context, RuleDescriptor rule, YamlMapping alert)
    {
        if (alert.Scalar("expr") is not { } expression || !expression.Value.Contains("memory", StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        var name = alert.Text("alert");
        if (AlertExpression.NeverFires(expression.Value) is { } threshold)
        {
            yield return DeploymentContext.Report(rule, rule.DefaultLevel, expression.Span, $"alert {name} never fires: a share of memory is not more than {threshold}", "Compare the share with 0.8, or its hundredfold with 80");
        }

        if (alert.Find("for") is null)
        {
            var fix = YamlWriter.Unsafe("alert-for", "Wait for five minutes", "the alert comes later", context.Write.AddEntry(alert, "for: 5m"));
            yield return DeploymentContext.Report(rule, rule.DefaultLevel, alert.FindEntry("alert")?.Value.Span ?? alert.Span, $"alert {name} fires at every short peak: it does not say for how long", "Give it a for", fix);
        }
    }

    private static IEnumerable<Finding> CheckContainer(DeploymentContext context, RuleDescriptor rule, Container container)
    {
        if (CheckCommand(rule, new Word(container.Name, container.Place), container.Command) is { } found)
        {
            yield return found;
        }

        var isServer = context.File.Kind is DeploymentKind.Kubernetes && container is { IsInit: false, IsOpen: false, IsService: true } && container.Node.Find("image") is not null && container.Node.Find("ports") is not null;
        if (isServer && container.Owner?.Kind is "Deployment" or "StatefulSet" or "DaemonSet" && isServer && container.Node.Find("livenessProbe") is null)
        {
            yield return DeploymentContext.Report(rule, rule.DefaultLevel, container.Place, $"container {container.Name} is not started again when it hangs: it has no liveness probe", "Give it a livenessProbe");
        }
    }

    private static Finding? CheckCommand(RuleDescriptor rule, Word place, System.Collections.Immutable.ImmutableArray<Word> command)
    {
        var (flag, isMeant) = Programs.NameOf(command) switch
        {
            "gunicorn" => ("--max-requests", true),
            "celery" => ("--max-tasks-per-child", command.Any(static word => word.Text is "worker")),
            _ => ("", false),
        };
        return isMeant && !command.Any(word => word.Text.StartsWith(flag, StringComparison.Ordinal) || word.Text is "-c" || word.Text.StartsWith("--config", StringComparison.Ordinal) || word.Text.StartsWith("--max-memory", StringComparison.Ordinal))
            ? DeploymentContext.Report(rule, rule.DefaultLevel, place.Span, $"the processes of {Programs.NameOf(command)} are never renewed: what one keeps, it keeps for ever", $"Set {flag}")
            : null;
    }
}
