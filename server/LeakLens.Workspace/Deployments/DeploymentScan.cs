using System.Collections.Immutable;
using LeakLens.Deployment;
using LeakLens.Deployment.Facts;
using LeakLens.Deployment.Files;
using LeakLens.Deployment.Stores;
using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Deployments;

/// <summary>
/// The second half of a scan: files of deployments are judged when it is known what the programs take, and each knowing all the others. They
/// are few and small: nothing of them is kept for the next scan.
/// </summary>
internal sealed class DeploymentScan
{
    private readonly ImmutableArray<ScanSource> _sources;
    private readonly DeploymentFile?[] _files;
    private readonly FileReport?[] _failures;
    private readonly int[] _sizes;
    private DeploymentFacts _facts = DeploymentFacts.None;

    private DeploymentScan(ImmutableArray<ScanSource> sources)
    {
        _sources = sources;
        _files = new DeploymentFile?[sources.Length];
        _failures = new FileReport?[sources.Length];
        _sizes = new int[sources.Length];
        for (var i = 0; i < sources.Length; i++)
        {
            _files[i] = Read(i);
        }

        Server = ServerOf(_files.OfType<DeploymentFile>());
    }

    /// <summary>What these files say about the store of the programs; null where they say nothing, or do not agree.</summary>
    public StoreServer? Server { get; }

    /// <summary>Whether a file is one of a deployment, by its name.</summary>
    public static bool IsMeant(ScanSource source) => DeploymentNames.MayBeDeployment(source.FullPath);

    /// <summary>Reads all of them; what could not be read has its report already.</summary>
    public static DeploymentScan Prepare(ImmutableArray<ScanSource> sources) => new(sources);

    /// <summary>The programs have been analysed.</summary>
    public void Learn(IEnumerable<FileReport> programs) => _facts = new DeploymentFacts(_files.OfType<DeploymentFile>(), programs.Select(MemoryOf));

    public FileReport Judge(int index, AnalysisOptions options, bool findsFixes, CancellationToken cancellation)
    {
        if (_files[index] is not { } file)
        {
            return _failures[index] ?? FileReport.Failed(_sources[index].Path, ScanProblemKind.Defect, "it was not read");
        }

        var language = new DeploymentLanguage(file.Path, _facts);
        return FileAnalysis.AnalyzeDeployment(_sources[index], _sizes[index], file, language, options, findsFixes, cancellation);
    }

    private DeploymentFile? Read(int index)
    {
        var source = _sources[index];
        try
        {
            var bytes = DocumentLoader.ReadBytes(source);
            _sizes[index] = bytes.Length;
            return DeploymentReader.Read(source.Path, DocumentLoader.Decode(bytes));
        }
        catch (DocumentException exception)
        {
            _failures[index] = FileReport.Failed(source.Path, ScanProblemKind.Unreadable, exception.Message);
        }
#pragma warning disable CA1031 // Whatever went wrong belongs to this file; the others are judged all the same.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            _failures[index] = FileReport.Failed(source.Path, ScanProblemKind.Defect, exception.ToString());
        }

        return null;
    }

    private static StoreServer? ServerOf(IEnumerable<DeploymentFile> files)
    {
        var stores = files.SelectMany(file => StoreFinder.Find(file).Where(static store => store.Kind is not StoreKind.Memcached && !store.IsOpen).Select(store => (file.Path, store.Evicts))).ToArray();
        return stores.Length > 0 && stores.All(store => store.Evicts == stores[0].Evicts) ? new StoreServer(stores[0].Evicts, stores[0].Path) : null;
    }

    /// <summary>What somebody has accepted is taken all the same.</summary>
    private static ProgramMemory MemoryOf(FileReport report)
    {
        Finding? largest = null;
        long? perRun = null;
        foreach (var finding in report.Findings.Concat(report.Suppressed))
        {
            if (finding.Estimate is { Bound: GrowthBound.Finite } estimate && Held(estimate) > Held(largest?.Estimate))
            {
                largest = finding;
            }
            else if (finding.Estimate is { Bound: not GrowthBound.Finite, Multiplicity: Multiplicity.PerCall or Multiplicity.PerRequest, BytesPerTrip: { } bytes, Lifetime: not Lifetime.Function } && bytes > (perRun ?? 0))
            {
                (perRun, largest) = (bytes, largest ?? finding);
            }
        }

        var line = largest is not null && report.Text is { } text ? text.Lines.GetLine(largest.Span.Start) + 1 : 0;
        return new ProgramMemory(report.Path, line, Held(largest?.Estimate) is > 0 and var held && largest?.Estimate?.Bound is GrowthBound.Finite ? held : null, perRun);
    }

    private static long Held(Estimate? estimate) => Math.Max(estimate?.PeakBytes ?? 0, estimate?.RetainedBytes ?? 0);
}
