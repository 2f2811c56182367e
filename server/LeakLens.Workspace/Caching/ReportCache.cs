using System.Collections.Concurrent;
using LeakLens.Engine;
using LeakLens.Engine.Rules;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.Caching;

/// <summary>
/// What earlier runs found out about texts, by what the texts say and by all else that an answer depends on. It makes a scan faster or does
/// nothing: whatever cannot be read is made again, whatever cannot be written is left. Safe to use from many threads and many programs.
/// </summary>
public sealed class ReportCache
{
    /// <summary>What nobody has used for so long goes when the file is written.</summary>
    private const int MostDays = 30;

    /// <summary>So seldom is a file written only because its results were used.</summary>
    private const int DaysBetweenMarks = 7;

    private const int MostPayloadBytes = CachePack.MostBytes / 2;

    private readonly string _path;
    private readonly int _today;
    private readonly Dictionary<UInt128, CacheEntry> _known;
    private readonly ConcurrentDictionary<UInt128, CacheEntry> _added = new();
    private readonly ConcurrentDictionary<(RuleSet Rules, string? Allowance, bool HonoursComments, bool FindsFixes, StoreServer? Server, TargetVersion Target, string? Models), AnalysisKey> _keys = new();
    private int _hits;

    private ReportCache(string path, int today)
    {
        _path = path;
        _today = today;
        _known = CachePack.Read(path);
    }

    /// <summary>How many results were taken from it.</summary>
    public int Hits => _hits;

    /// <summary>Why the last <see cref="Save"/> kept nothing; null if it did, or had nothing to keep.</summary>
    public string? Problem { get; private set; }

    /// <param name="folder">Where caches are; it need not exist.</param>
    /// <param name="workingFolder">That of the scan: each has a file of its own, so that it holds what is used together.</param>
    public static ReportCache Open(string folder, string workingFolder)
    {
        var name = Convert.ToHexStringLower(Hashing.Sha256.Of($"{AnalysisKey.Build}\n{workingFolder}").AsSpan(0, 16));
        return new ReportCache(Path.Combine(folder, name + CacheKeeping.Extension), (int)(DateTime.UtcNow.Ticks / TimeSpan.TicksPerDay));
    }

    internal UInt128 KeyOf(ScanSource source, AnalysisOptions options, bool findsFixes, ReadOnlySpan<byte> content) =>
        _keys.GetOrAdd((options.Rules, options.Allowance, options.HonoursComments, findsFixes, options.Server, options.Target, options.Models?.Identity), _ => new AnalysisKey(options, findsFixes)).ForFile(source, options.Rules, content);

    internal FileReport? Find(UInt128 key, ScanSource source, byte[] content, RuleSet rules)
    {
        if (!_known.TryGetValue(key, out var entry) || !entry.IsIntact || ReportReader.Read(entry.Payload, source, content, rules) is not { } report)
        {
            return null;
        }

        entry.IsUsed = true;
        Interlocked.Increment(ref _hits);
        return report;
    }

    internal void Add(UInt128 key, FileReport report)
    {
        if (report.Problems.All(static problem => problem.Kind == ScanProblemKind.Syntax))
        {
            _added[key] = CacheEntry.Of(ReportWriter.Write(report), _today);
        }
    }

    /// <summary>Keeps what is new for the next run. Another program may have done so meanwhile: its results are kept as well.</summary>
    public void Save()
    {
        if (_added.IsEmpty && !_known.Values.Any(entry => entry.IsUsed && entry.Day <= _today - DaysBetweenMarks))
        {
            return;
        }

        try
        {
            CacheKeeping.CreateFolder(Path.GetDirectoryName(_path) ?? ".");
            CachePack.Write(_path, Select());
            CacheKeeping.Clean(Path.GetDirectoryName(_path) ?? ".");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // The next run does the work again.
            Problem = IoMessage.For(exception);
        }
    }

    /// <summary>What was used last comes first, until the file is full.</summary>
    private List<KeyValuePair<UInt128, CacheEntry>> Select()
    {
        var all = CachePack.Read(_path);
        foreach (var (key, entry) in _known.Where(static pair => pair.Value.IsUsed))
        {
            all[key] = entry with { Day = _today };
        }

        foreach (var (key, entry) in _added)
        {
            all[key] = entry;
        }

        var selected = new List<KeyValuePair<UInt128, CacheEntry>>();
        long bytes = 0;
        foreach (var pair in all.Where(pair => pair.Value.Day > _today - MostDays).OrderByDescending(static pair => pair.Value.Day).ThenBy(static pair => pair.Key))
        {
            bytes += pair.Value.Payload.Length;
            if (bytes > MostPayloadBytes)
            {
                break;
            }

            selected.Add(pair);
        }

        return selected;
    }
}
