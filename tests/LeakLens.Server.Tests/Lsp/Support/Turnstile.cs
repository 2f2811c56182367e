using LeakLens.Python.Text;
using LeakLens.Server.Lsp;

namespace LeakLens.Server.Tests.Lsp.Support;

/// <summary>Holds analyses back until a test lets them go, as a large file would.</summary>
internal sealed class Turnstile : IDisposable
{
    private readonly ManualResetEventSlim _open = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource> _entered = [];
    private int _inside;

    /// <summary>How many analyses of the test's documents ran side by side at the most.</summary>
    public int MostAtOnce { get; private set; }

    public ServerOptions Options() => MarkerAnalysis.Options((text, cancellation) =>
    {
        if (!text.Text.Contains("cache", StringComparison.Ordinal))
        {
            Pass(text, cancellation);
        }
    });

    public void Open() => _open.Set();

    public Task EnteredAsync(string text) => Signal(text).Task.WaitAsync(TestClient.Patience);

    public void Dispose() => _open.Dispose();

    private void Pass(SourceText text, CancellationToken cancellation)
    {
        lock (_gate)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++_inside);
        }

        try
        {
            Signal(text.Text).TrySetResult();
            _open.Wait(cancellation);
        }
        finally
        {
            lock (_gate)
            {
                _inside--;
            }
        }
    }

    private TaskCompletionSource Signal(string text)
    {
        lock (_gate)
        {
            if (!_entered.TryGetValue(text, out var signal))
            {
                signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _entered.Add(text, signal);
            }

            return signal;
        }
    }
}
