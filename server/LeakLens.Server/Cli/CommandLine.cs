using System.CommandLine;
using System.CommandLine.Parsing;
using LeakLens.Workspace;
using LeakLens.Workspace.Configuration;

namespace LeakLens.Server.Cli;

/// <summary>From the words of a command line to an exit code.</summary>
internal static class CommandLine
{
    /// <summary>A path may begin with an at sign: it does not name a file of more words.</summary>
    private static readonly ParserConfiguration Configuration = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    public static int Run(IReadOnlyList<string> words, CliHost host)
    {
        try
        {
            return Dispatch(words, host);
        }
        catch (UsageException exception)
        {
            host.WriteError(exception.Message);
            return ExitCode.BadInput;
        }
        catch (ConfigurationException exception)
        {
            ConfigurationNotices.Write(host, exception);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine("stopped");
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (exception is not (IOException or UnauthorizedAccessException { InnerException: IOException }))
        {
            host.WriteError($"a defect in LeakLens, please report it: {exception}");
            return ExitCode.Defect;
        }
    }

    private static int Dispatch(IReadOnlyList<string> words, CliHost host)
    {
        var root = new LeakLensCommand();
        var arguments = root.Parse(Spell(words), Configuration);
        var command = (CliCommand)arguments.CommandResult.Command;
        if (arguments.GetValue(root.Help))
        {
            HelpText.Write(host.Output, command);
            return ExitCode.Clean;
        }

        RejectUnknownWords(arguments, command, host);
        if (arguments.Errors.Count > 0)
        {
            throw new UsageException(arguments.Errors[0].Message.TrimEnd('.'));
        }

        return command.Run(arguments, host);
    }

    /// <summary>What people write by habit, as the parser knows it: <c>help scan</c>, and <c>-j4</c>. Letters are not bundled: a mistyped <c>-output</c> must not write a file.</summary>
    private static List<string> Spell(IReadOnlyList<string> words)
    {
        if (words is ["help", ..])
        {
            return [.. words.Skip(1), "--help"];
        }

        var spelled = new List<string>(words.Count + 1);
        var areOptions = true;
        foreach (var word in words)
        {
            areOptions &= word is not "--";
            spelled.AddRange(areOptions && word is ['-', 'j', >= '0' and <= '9', ..] ? ["-j", word[2..]] : [word]);
        }

        return spelled;
    }

    /// <summary>A mistyped option must not be taken for a path.</summary>
    private static void RejectUnknownWords(ParseResult arguments, CliCommand command, CliHost host)
    {
        var paths = command.Arguments.SelectMany(argument => arguments.GetResult(argument)?.Tokens ?? []).Select(token => token.Value);
        var behindDashes = arguments.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Select(token => token.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var word in arguments.UnmatchedTokens.Concat(paths))
        {
            if (word.Length == 0)
            {
                throw new UsageException("an empty argument names no file; the current folder is `.`");
            }

            if (word.Length > 1 && word[0] == '-' && !behindDashes.Contains(word))
            {
                throw new UsageException($"unknown option '{word}'{Suggest(word, GetOptionNames(command))}");
            }
        }

        if (arguments.UnmatchedTokens is [var unknown, ..])
        {
            throw command.Subcommands.Count == 0
                ? new UsageException($"'{unknown}' is one argument too many")
                : new UsageException($"there is no command '{unknown}'{SuggestCommand(unknown, command, host)}");
        }
    }

    private static IEnumerable<string> GetOptionNames(CliCommand command) =>
        command.Options.SelectMany(option => option.Aliases.Append(option.Name)).Append("--help");

    private static string SuggestCommand(string word, CliCommand command, CliHost host) =>
        Path.Exists(Path.GetFullPath(word, host.WorkingFolder))
            ? $"; to analyse that path, write `leaklens scan {word}`"
            : Suggest(word, command.Subcommands.Select(child => child.Name));

    private static string Suggest(string word, IEnumerable<string> candidates) =>
        NearestName.Find(word, candidates) is { } nearest ? $" (did you mean '{nearest}'?)" : "";
}
