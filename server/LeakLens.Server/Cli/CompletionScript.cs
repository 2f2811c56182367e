using System.CommandLine;
using System.Text;

namespace LeakLens.Server.Cli;

/// <summary>Completion scripts made of the commands themselves: they know what this version knows, and start no program at each key.</summary>
internal sealed class CompletionScript(LeakLensCommand root)
{
    private readonly List<CliCommand> _commands = [.. root.Subcommands.OfType<CliCommand>()];

    public string ForBash()
    {
        var script = new StringBuilder();
        script.Append("_leaklens() {\n");
        script.Append("  local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\" words=\"\"\n");
        script.Append("  if [ \"$COMP_CWORD\" -eq 1 ]; then\n");
        script.Append($"    COMPREPLY=($(compgen -W \"{string.Join(' ', _commands.Select(static command => command.Name))} --help --version\" -- \"$current\"))\n");
        script.Append("    return\n  fi\n");
        script.Append("  case \"${COMP_WORDS[1]} $previous\" in\n");
        foreach (var command in _commands)
        {
            foreach (var option in command.Options.Where(option => ChoicesOf(command, option).Length > 0))
            {
                script.Append($"    {string.Join('|', NamesOf(option).Select(name => $"\"{command.Name} {name}\""))}) words=\"{string.Join(' ', ChoicesOf(command, option))}\" ;;\n");
            }
        }

        script.Append("  esac\n");
        script.Append("  if [ -z \"$words\" ]; then\n    case \"$current\" in\n      -*)\n        case \"${COMP_WORDS[1]}\" in\n");
        foreach (var command in _commands)
        {
            script.Append($"          {command.Name}) words=\"{string.Join(' ', command.Options.SelectMany(NamesOf).Append("--help"))}\" ;;\n");
        }

        script.Append("        esac ;;\n    esac\n  fi\n");
        script.Append("  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n}\n");
        script.Append("complete -o default -F _leaklens leaklens\n");
        return script.ToString();
    }

    /// <summary>zsh runs bash's completions.</summary>
    public string ForZsh() => $"#compdef leaklens\nautoload -U +X bashcompinit && bashcompinit\n{ForBash()}";

    public string ForFish()
    {
        var script = new StringBuilder();
        foreach (var command in _commands)
        {
            script.Append($"complete -c leaklens -n __fish_use_subcommand -f -a {command.Name} -d {Quote(FirstLine(command.Description))}\n");
            foreach (var option in command.Options)
            {
                var names = string.Concat(NamesOf(option).Select(static name => name.StartsWith("--", StringComparison.Ordinal) ? $" -l {name[2..]}" : $" -s {name[1..]}"));
                var values = ChoicesOf(command, option) is { Length: > 0 } choices ? $" -x -a {Quote(string.Join(' ', choices))}" : option.HelpName is null ? "" : " -r";
                script.Append($"complete -c leaklens -n '__fish_seen_subcommand_from {command.Name}'{names}{values} -d {Quote(FirstLine(option.Description))}\n");
            }
        }

        return script.ToString();

        static string Quote(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
    }

    public string ForPowerShell()
    {
        var script = new StringBuilder("Register-ArgumentCompleter -Native -CommandName leaklens -ScriptBlock {\n  param($word, $line, $position)\n  $options = @{\n");
        foreach (var command in _commands)
        {
            script.Append($"    '{command.Name}' = @({string.Join(", ", command.Options.SelectMany(NamesOf).Append("--help").Select(static name => $"'{name}'"))})\n");
        }

        script.Append("  }\n  $command = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { \"$_\" } | Where-Object { $options.ContainsKey($_) })[0]\n");
        script.Append("  $candidates = if ($command) { $options[$command] } else { $options.Keys | Sort-Object }\n");
        script.Append("  $candidates | Where-Object { $_ -like \"$word*\" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }\n}\n");
        return script.ToString();
    }

    private static IEnumerable<string> NamesOf(Option option) => option.Aliases.Prepend(option.Name);

    private static string[] ChoicesOf(CliCommand command, Option option) => option switch
    {
        { Name: "--format" } when command.Formats.Count > 0 => [.. command.Formats.Select(static format => format.Name)],
        { HelpName: { } words } when words.Contains('|', StringComparison.Ordinal) => words.Split('|'),
        _ => [],
    };

    private static string FirstLine(string? text) => (text ?? "").Split('\n')[0];
}
