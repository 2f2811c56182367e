using System.Globalization;

namespace LeakLens.Server.Cli;

/// <summary>
/// Whether places in the output lead to their files by a click: for a terminal that is known to understand such links (OSC 8), unless FORCE_HYPERLINK
/// says otherwise. A terminal that does not may print the address itself; those of editors are left out, since they lead from a path to its line by themselves.
/// </summary>
internal static class LinkChoice
{
    /// <summary>The first version of the library of GNOME's terminal whose links work: 0.50.</summary>
    private const int FirstVte = 5000;

    public static bool IsOn(string? color, CliHost host) =>
        ColorChoice.IsOn(color, host) && (host.GetVariable("FORCE_HYPERLINK") is { Length: > 0 } forced ? forced is not "0" : host.IsOutputTerminal && IsKnown(host.GetVariable));

    private static bool IsKnown(Func<string, string?> variable) =>
        variable("TERM_PROGRAM") is "Hyper" or "iTerm.app" or "terminology" or "WezTerm" or "ghostty"
        || variable("TERM") is "xterm-kitty" or "xterm-ghostty" or "alacritty" or "alacritty-direct" or "foot"
        || variable("COLORTERM") is "xfce4-terminal"
        || (int.TryParse(variable("VTE_VERSION"), NumberStyles.None, CultureInfo.InvariantCulture, out var vte) && vte >= FirstVte)
        || Array.Exists(["DOMTERM", "WT_SESSION", "KONSOLE_VERSION"], name => !string.IsNullOrEmpty(variable(name)));
}
