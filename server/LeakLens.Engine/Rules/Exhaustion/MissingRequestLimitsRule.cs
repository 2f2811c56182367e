using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Exhaustion.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Exhaustion;

/// <summary>LL513: an application is made, its file reads bodies, and nothing says how large they may be.</summary>
internal sealed class MissingRequestLimitsRule : Rule
{
    public override string Id => "LL513";

    public override IEnumerable<Finding> Check(RuleContext context, RuleDescriptor rule) => OfApplications(context, rule).Concat(OfSettings(context, rule));

    private static IEnumerable<Finding> OfApplications(RuleContext context, RuleDescriptor rule)
    {
        foreach (var (maker, limits) in ExhaustionData.Instance.Applications)
        {
            foreach (var making in context.NamedCalls.Of(maker))
            {
                var limit = limits[0];
                if (ReadsBodies(context, limit) && !Names(context, limit) && !IsConfiguredElsewhere(context))
                {
                    yield return UncountedFinding.Of(rule, FindingLevel.Note, making, limit.Message, limit.Advice);
                }
            }
        }
    }

    private static bool ReadsBodies(RuleContext context, ApplicationLimit limit) => limit.Readers.Any(reader => context.Uses.AttributesNamed(reader).Any(use => IsRequest(context, use.Value, limit)));

    /// <summary>The object of a framework, or a parameter that is annotated as one.</summary>
    private static bool IsRequest(RuleContext context, Expression holder, ApplicationLimit limit) =>
        context.Names.Resolve(holder) is { } name ? limit.Requests.Contains(name.Text) : Makers.Of(context, holder) is { } type && limit.Requests.Contains(type);

    private static bool Names(RuleContext context, ApplicationLimit limit)
    {
        var finder = new NameFinder(limit.Limits);
        finder.Visit(context.Tree.Root);
        return finder.Found;
    }

    /// <summary>The configuration comes from a file or an object of its own.</summary>
    private static bool IsConfiguredElsewhere(RuleContext context) => ExhaustionData.Instance.Set("configurations").Any(method => context.NamedCalls.OfMethod(method).Count > 0);

    private static IEnumerable<Finding> OfSettings(RuleContext context, RuleDescriptor rule)
    {
        foreach (var statement in context.Tree.Root.Body)
        {
            if (statement is Assign { Targets: [Name { Id: "REST_FRAMEWORK" }], Value: Dict settings } && !settings.Keys.Any(static key => key is Constant { Value: "DEFAULT_THROTTLE_CLASSES" or "DEFAULT_THROTTLE_RATES" })
                && context.Tree.GetScopes(context.Cancellation).Module is var module && ExhaustionData.Instance.Set("settingsMarks").Any(mark => module.Find(mark) is not null))
            {
                yield return UncountedFinding.Of(rule, FindingLevel.Note, statement, "Any client may ask as often as it likes: the framework limits requests only when it is told to", "Add DEFAULT_THROTTLE_CLASSES and DEFAULT_THROTTLE_RATES");
            }
        }
    }

    private sealed class NameFinder(IReadOnlySet<string> names) : SyntaxVisitor
    {
        public bool Found { get; private set; }

        public override void VisitName(Name node) => Found |= names.Contains(node.Id);

        public override void VisitConstant(Constant node) => Found |= node.LiteralKind is ConstantKind.String && node.End - node.Start < 60 && node.Value is string text && names.Contains(text);

        public override void VisitAttribute(Attribute node)
        {
            Found |= names.Contains(node.Name);
            base.VisitAttribute(node);
        }

        public override void VisitKeyword(Keyword node)
        {
            Found |= node.Name is { } name && names.Contains(name);
            base.VisitKeyword(node);
        }

        public override void VisitImportFrom(ImportFrom node) => Found |= node.Names.Any(alias => names.Contains(alias.Name));
    }
}
