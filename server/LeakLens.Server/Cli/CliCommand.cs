using System.CommandLine;
using System.CommandLine.Parsing;

namespace LeakLens.Server.Cli;

/// <summary>A command with what its help needs besides options.</summary>
internal abstract class CliCommand : Command
{
    protected CliCommand(string name, string description)
        : base(name, description)
    {
    }

    /// <summary>Command lines to copy, each with what it does.</summary>
    public virtual IReadOnlyList<(string CommandLine, string Meaning)> Examples => [];

    /// <summary>The forms of its report, where there are many.</summary>
    public virtual IReadOnlyList<(string Name, string Meaning)> Formats => [];

    /// <summary>What its exit codes mean, where they mean more than success and failure.</summary>
    public virtual IReadOnlyList<(string Code, string Meaning)> ExitCodes => [];

    /// <summary>Runs the command and gives its exit code.</summary>
    /// <exception cref="UsageException">The arguments make no sense together.</exception>
    public abstract int Run(ParseResult arguments, CliHost host);

    /// <summary>An option that takes one of a few words.</summary>
    public static Option<string> CreateChoice(string name, string description, string defaultValue, params string[] choices)
    {
        var option = new Option<string>(name)
        {
            Description = $"{description} [default: {defaultValue}]",
            HelpName = string.Join('|', choices),
            DefaultValueFactory = _ => defaultValue,
        };
        option.Validators.Add(result => RequireChoice(result, choices));
        return option;
    }

    /// <summary>Adds an error unless the value is one of these words.</summary>
    public static void RequireChoice(OptionResult result, IReadOnlyList<string> choices)
    {
        if (result.Tokens is [var token] && !choices.Contains(token.Value, StringComparer.Ordinal))
        {
            result.AddError($"{result.Option.Name} takes {string.Join(", ", choices.SkipLast(1))} or {choices[^1]}, not '{token.Value}'");
        }
    }
}
