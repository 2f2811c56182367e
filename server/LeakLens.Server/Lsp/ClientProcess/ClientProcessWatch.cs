namespace LeakLens.Server.Lsp.ClientProcess;

/// <summary>
/// Ends the server when the client's process is gone. A client that dies takes its end of the pipe with it, but not where
/// a shell or another child of it still holds that end; and a server that outlives its editor is a leak.
/// </summary>
internal sealed class ClientProcessWatch(Action clientIsGone, TimeSpan interval) : IDisposable
{
    private Timer? _timer;
    private IProcessProbe? _probe;

    /// <summary>A process that cannot be seen from here, as that of a client outside of our container, is not watched.</summary>
    public void Watch(int processId)
    {
        _probe = OperatingSystem.IsLinux() ? LinuxProcessProbe.TryCreate(processId) : ProcessProbe.TryCreate(processId);
        if (_probe is not null)
        {
            _timer = new Timer(_ => Look(), null, interval, interval);
        }
    }

    public void Dispose() => _timer?.Dispose();

    private void Look()
    {
        if (_probe is { IsAlive: false })
        {
            _timer?.Dispose();
            clientIsGone();
        }
    }
}
