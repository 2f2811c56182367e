using System.CommandLine;
using LeakLens.Engine.Rules;
using LeakLens.Workspace.Rules;

namespace LeakLens.Server.Cli;

/// <summary>Shows the page of a rule: rendered on a terminal, as Markdown elsewhere.</summary>
internal sealed class ExplainCommand : CliCommand
{
    private readonly Argument<string> _rule = new("RULE") { Description = "Id or name, such as LL101 or loop-accumulation" };
    private readonly Option<string> _color = ColorChoice.CreateOption();

    public ExplainCommand()
        : base("explain", "Show the page of a rule: what it means, why it matters, what to write instead")
    {
        Add(_rule);
        Add(_color);
    }

    public override IReadOnlyList<(string CommandLine, string Meaning)> Examples =>
        [("leaklens explain LL101", "by id"), ("leaklens explain loop-accumulation", "by name"), ("leaklens explain B019", "by what another tool calls it")];

    public override int Run(ParseResult arguments, CliHost host)
    {
        var name = arguments.GetRequiredValue(_rule);
        var page = RuleCatalogue.PageOf(RuleCatalogue.BuiltIn.Find(name) ?? FindLike(name) ?? FindOwn(name, host));
        if (ColorChoice.IsOn(arguments.GetValue(_color), host))
        {
            MarkdownTerminal.Write(host.Output, page.Markdown);
        }
        else
        {
            host.Output.Write(page.Markdown);
        }

        return ExitCode.Clean;
    }

    /// <summary>A rule that the project brings along.</summary>
    private static RuleDescriptor FindOwn(string name, CliHost host)
    {
        var catalogue = RuleNames.CatalogueOf(host);
        return catalogue.Find(name) ?? throw RuleNames.Unknown(name, catalogue);
    }

    /// <summary>The rule that is the same as another tool's.</summary>
    private static RuleDescriptor? FindLike(string code) => RuleCatalogue.BuiltIn.Rules.FirstOrDefault(rule => rule.Aliases.Contains(code, StringComparer.OrdinalIgnoreCase));
}
