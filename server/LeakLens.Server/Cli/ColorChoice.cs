using System.CommandLine;

namespace LeakLens.Server.Cli;

/// <summary>Whether to colour the output: what was asked for, else NO_COLOR (no-color.org), else FORCE_COLOR (force-color.org), else whether a terminal reads it.</summary>
internal static class ColorChoice
{
    public static Option<string> CreateOption() => CliCommand.CreateChoice("--color", "When to colour the output", "auto", "auto", "always", "never");

    public static bool IsOn(string? choice, CliHost host) => choice switch
    {
        "always" => true,
        "never" => false,
        _ => !IsSet(host, "NO_COLOR") && (IsForced(host) || (host.IsOutputTerminal && host.GetVariable("TERM") is not "dumb")),
    };

    /// <summary>For runs of CI, which show colours and are no terminals.</summary>
    private static bool IsForced(CliHost host) => (IsSet(host, "FORCE_COLOR") || IsSet(host, "CLICOLOR_FORCE")) && host.GetVariable("FORCE_COLOR") is not "0" && host.GetVariable("CLICOLOR_FORCE") is not "0";

    private static bool IsSet(CliHost host, string variable) => !string.IsNullOrEmpty(host.GetVariable(variable));
}
