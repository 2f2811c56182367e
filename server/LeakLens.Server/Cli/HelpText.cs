using System.CommandLine;

namespace LeakLens.Server.Cli;

/// <summary>The help of a command: what it does, how it is written, its options, lines to copy.</summary>
internal static class HelpText
{
    private const int WidestLeftColumn = 46;

    public static void Write(TextWriter output, CliCommand command)
    {
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"Usage: {GetUsage(command)}");
        WriteList(output, "Commands", command.Subcommands.Select(child => (child.Name, child.Description)));
        WriteList(output, "Arguments", command.Arguments.Select(argument => (argument.Name, argument.Description)));
        WriteList(output, "Options", command.Options.Select(option => (GetLabel(option), option.Description)));
        WriteList(output, "Formats", command.Formats.Select(format => (format.Name, (string?)format.Meaning)));
        WriteList(output, "Exit codes", command.ExitCodes.Select(code => (code.Code, (string?)code.Meaning)));
        WriteList(output, "Examples", command.Examples.Select(example => (example.CommandLine, (string?)example.Meaning)));
        if (command.Subcommands.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("`leaklens COMMAND --help` says more about a command.");
        }
    }

    private static string GetUsage(CliCommand command)
    {
        if (command.Subcommands.Count > 0)
        {
            return $"{command.Name} COMMAND [OPTIONS]";
        }

        var options = command.Options.Count > 0 ? " [OPTIONS]" : "";
        var arguments = command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $" [{argument.Name}...]" : $" {argument.Name}");
        return $"leaklens {command.Name}{options}{string.Concat(arguments)}";
    }

    private static string GetLabel(Option option)
    {
        var names = string.Join(", ", option.Aliases.Append(option.Name).OrderBy(static name => name.Length));
        return option.HelpName is { } value ? $"{names} {value}" : names;
    }

    private static void WriteList(TextWriter output, string title, IEnumerable<(string Label, string? Text)> items)
    {
        var list = items.ToList();
        if (list.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"{title}:");
        var width = Math.Min(WidestLeftColumn, list.Max(item => item.Label.Length));
        foreach (var (label, text) in list)
        {
            var lead = label.Length > width ? $"{label}\n{new string(' ', width + 2)}" : label.PadRight(width);
            output.WriteLine($"  {lead}  {text}".TrimEnd());
        }
    }
}
