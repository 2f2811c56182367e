using System.CommandLine;
using LeakLens.Workspace.Caching;

namespace LeakLens.Server.Cli;

/// <summary>Where results are kept between runs.</summary>
internal sealed class CacheOptions
{
    private readonly Option<bool> _off = new("--no-cache") { Description = "Keep no results between runs, and use none" };
    private readonly Option<string> _folder = new("--cache-dir") { Description = "Where to keep results [default: the system's folder for caches]", HelpName = "FOLDER" };

    public IEnumerable<Option> Options => [_off, _folder];

    /// <summary>Whether somebody asked for that folder, and so wants to know when it cannot be used.</summary>
    public bool IsNamed(ParseResult arguments) => arguments.GetValue(_folder) is not null;

    /// <summary>Null for nowhere.</summary>
    public string? Read(ParseResult arguments, CliHost host)
    {
        if (arguments.GetValue(_off))
        {
            return null;
        }

        return arguments.GetValue(_folder) switch
        {
            null => CacheFolder.Find(host.GetVariable, host.WorkingFolder),
            "" => throw new UsageException($"{_folder.Name} takes the name of a folder"),
            var folder => Path.GetFullPath(folder, host.WorkingFolder),
        };
    }
}
