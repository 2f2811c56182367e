using System.Diagnostics;

namespace LeakLens.Server.Cli;

/// <summary>One line on a terminal's error stream that says how far a scan is. Short work shows none, and none is left behind.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const int BarWidth = 30;
    private const string EraseLine = "\r\e[K";

    /// <summary>In a narrow terminal the rest of the line is cut off: one that wraps could not be erased.</summary>
    private const string CutLines = "\e[?7l";
    private const string WrapLines = "\e[?7h";

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly CliHost _host;
    private readonly int _total;
    private readonly long _started = Stopwatch.GetTimestamp();
    private bool _isShown;

    public ProgressLine(CliHost host, int total)
    {
        _host = host;
        _total = total;
    }

    public void Update(int done)
    {
        if (!_host.IsErrorTerminal || _host.GetVariable("TERM") is "dumb" || Stopwatch.GetElapsedTime(_started) < Patience)
        {
            return;
        }

        _isShown = true;
        var filled = (int)((long)done * BarWidth / Math.Max(1, _total));
        _host.Error.Write($"{EraseLine}{CutLines}[{new string('#', filled)}{new string(' ', BarWidth - filled)}] {done}/{_total} files{WrapLines}");
    }

    public void Dispose()
    {
        if (_isShown)
        {
            _host.Error.Write(EraseLine);
        }
    }
}
