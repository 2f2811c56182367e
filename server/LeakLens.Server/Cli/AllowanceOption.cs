using System.CommandLine;

namespace LeakLens.Server.Cli;

/// <summary>Whoever runs LeakLens accepts large allocations, and says why.</summary>
internal sealed class AllowanceOption() : Option<string>("--allow-large-allocation")
{
    public static AllowanceOption Create() => new() { Description = "Accept large allocations, and say why that is right", HelpName = "REASON" };

    /// <summary>The reason, or null if nothing is accepted.</summary>
    /// <exception cref="UsageException">There is no reason.</exception>
    public string? Read(ParseResult arguments)
    {
        var reason = arguments.GetValue(this)?.Trim();
        return reason is null || reason.Length > 0
            ? reason
            : throw new UsageException($"{Name} takes a justification: why is it right that this code takes so much memory?");
    }
}
