using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Discovery;
using LeakLens.Workspace.OwnRules;

namespace LeakLens.Server.Cli;

/// <summary>Scans again whenever a file changes, or a data file that a program reads. It looks a few times a second: that works on every file system, and what has not changed comes from the cache.</summary>
internal sealed class WatchRun
{
    private const string ClearScreen = "\e[2J\e[3J\e[H";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    private readonly ScanOptions _options;
    private readonly CliHost _host;
    private readonly Dictionary<string, (long Length, DateTime Time)> _read = new(StringComparer.Ordinal);

    public WatchRun(ScanOptions options, CliHost host)
    {
        _options = options.Paths.Contains(StandardInput.Path, StringComparer.Ordinal) ? throw new UsageException("--watch needs files: standard input is read once") : options;
        _host = host;
    }

    /// <summary>Ends with Ctrl-C, and with the exit code of the last scan.</summary>
    public int Run()
    {
        var (exitCode, seen) = (ExitCode.Clean, "");
        while (!_host.Cancellation.IsCancellationRequested)
        {
            var now = Look();
            if (!now.Equals(seen, StringComparison.Ordinal) || _read.Any(static file => !StateOf(file.Key).Equals(file.Value)))
            {
                seen = now;
                exitCode = ScanOnce();
            }

            _host.Cancellation.WaitHandle.WaitOne(Interval);
        }

        return exitCode;
    }

    private int ScanOnce()
    {
        if (_host.IsOutputTerminal)
        {
            _host.Output.Write(ClearScreen);
        }

        var (scan, begun) = (new ScanRun(_options, _host) { NotesReadFiles = true }, DateTime.UtcNow);
        try
        {
            return scan.Run();
        }
        catch (ConfigurationException exception)
        {
            // It is being written: the next change may be the mended one.
            ConfigurationNotices.Write(_host, exception);
            return ExitCode.BadInput;
        }
        finally
        {
            _host.Output.Flush();
            Remember(scan.ReadFiles, begun);
        }
    }

    /// <summary>What changed while the scan ran may have been read before or after that: it is looked at once more.</summary>
    private void Remember(IReadOnlyCollection<string> paths, DateTime begun)
    {
        _read.Clear();
        foreach (var path in paths)
        {
            var state = StateOf(path);
            _read[path] = state.Time < begun ? state : default;
        }
    }

    private static (long Length, DateTime Time) StateOf(string path) => new FileInfo(path) is { Exists: true } info ? (info.Length, info.LastWriteTimeUtc) : (-1, DateTime.MinValue);

    /// <summary>Names, sizes and times of everything that a scan would read, and of what configures it.</summary>
    private string Look()
    {
        try
        {
            var configurations = new ConfigurationProvider(_options.Configuration);
            var files = FileDiscovery.Find(_options.Paths, configurations, _host.WorkingFolder, _host.Cancellation).Files;
            var folders = files.Select(static file => Path.GetDirectoryName(file.FullPath)).Append(_host.WorkingFolder).OfType<string>().Distinct(StringComparer.Ordinal);
            var hash = default(HashCode);
            var models = folders.SelectMany(folder => configurations.ForFolder(folder).ModelPaths.Value).Distinct(StringComparer.Ordinal).Where(Directory.Exists).SelectMany(ModelFile.In);
            var rules = folders.SelectMany(folder => configurations.ForFolder(folder).RulePaths.Value).Distinct(StringComparer.Ordinal).Where(Directory.Exists).SelectMany(OwnRuleFile.In);
            foreach (var path in files.Select(static file => file.FullPath).Concat(folders.SelectMany(ConfigurationsIn)).Concat(models).Concat(rules))
            {
                var info = new FileInfo(path);
                hash.Add((path, info.Exists ? info.Length : -1, info.LastWriteTimeUtc));
            }

            return $"{files.Length} {hash.ToHashCode()}";
        }
        catch (ConfigurationException exception)
        {
            return exception.Message;
        }
        catch (OperationCanceledException)
        {
            return "";
        }
    }

    private static IEnumerable<string> ConfigurationsIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.toml").Where(ConfigurationCheck.IsConfigurationFile) : [];
}
