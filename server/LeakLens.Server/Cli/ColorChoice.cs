using System.CommandLine;

namespace LeakLens.Server.Cli;

/// <summary>Whether to colour the output: what was asked for, else NO_COLOR (no-color.org), else whether a terminal reads it.</summary>
internal static class ColorChoice
{
    public static Option<string> CreateOption() => CliCommand.CreateChoice("--color", "When to colour the output", "auto", "auto", "always", "never");

    public static bool IsOn(string? choice, CliHost host) => choice switch
    {
        "always" => true,
        "never" => false,
        _ => host.IsOutputTerminal && string.IsNullOrEmpty(host.GetVariable("NO_COLOR")) && host.GetVariable("TERM") is not "dumb",
    };
}
