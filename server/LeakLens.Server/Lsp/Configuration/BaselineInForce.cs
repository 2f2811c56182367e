using LeakLens.Engine;
using LeakLens.Workspace.Baselines;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Lsp.Configuration;

/// <summary>The baseline that a folder's settings name, read when it is first asked and again when the file has changed.</summary>
internal sealed class BaselineInForce
{
    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly string _file;
    private DateTime _written;
    private Baseline? _baseline;

    /// <param name="file">Relative to the folder, or a full path.</param>
    public BaselineInForce(string folder, string file)
    {
        _folder = folder;
        _file = Path.GetFullPath(file, folder);
    }

    public AnalysisResult Forgive(AnalysisResult result, string fullPath) => Read()?.Apply(result, fullPath) ?? result;

    public FileReport Forgive(FileReport report) => Read()?.Apply(report) ?? report;

    public ScanReport Forgive(ScanReport report) => Read()?.Apply(report) ?? report;

    /// <summary>A file that is missing, or is something else, forgives nothing.</summary>
    private Baseline? Read()
    {
        lock (_gate)
        {
            var written = File.GetLastWriteTimeUtc(_file);
            if (written != _written)
            {
                _written = written;
                _baseline = TryRead();
            }

            return _baseline;
        }
    }

    private Baseline? TryRead()
    {
        try
        {
            return File.Exists(_file) ? new Baseline(_file, _folder, BaselineFile.Read(_file)) : null;
        }
        catch (BaselineException)
        {
            return null;
        }
    }
}
