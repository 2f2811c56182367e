using System.Collections.Concurrent;
using System.Globalization;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Window.WorkDoneProgress;

/// <summary>Shows the user that something takes its time, and lets them call it off. What is quick is not shown.</summary>
internal sealed class ProgressDisplay(Session session, MessageSender sender, AskedRequests asked)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, Action> _callOff = new(StringComparer.Ordinal);
    private int _lastToken;

    /// <summary>Shows progress from half a second after the start of some work to its end, however it ends.</summary>
    public async Task ShowWhileAsync(Task work, string title, Action callOff)
    {
        if (!session.Current.Client.WorkDoneProgress || await Task.WhenAny(work, Task.Delay(Patience)) == work)
        {
            return;
        }

        if (await BeginAsync(title, callOff, percentage: null) is not { } shown)
        {
            return;
        }

        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        shown.End(message: null);
    }

    /// <summary>Shows progress at once; null for a client that cannot.</summary>
    /// <param name="percentage">Where it stands; null for work whose end is not known.</param>
    public async Task<ShownProgress?> BeginAsync(string title, Action callOff, int? percentage)
    {
        if (!session.Current.Client.WorkDoneProgress)
        {
            return null;
        }

        var token = string.Create(CultureInfo.InvariantCulture, $"leaklens-{Interlocked.Increment(ref _lastToken)}");
        if (!await TryCreateAsync(token))
        {
            return null;
        }

        _callOff[token] = callOff;
        Report(token, new WorkDoneProgressBegin(title, Cancellable: true, Message: null, percentage));
        return new ShownProgress(value => Report(token, value), () => _callOff.TryRemove(token, out _));
    }

    /// <summary>The user called it off; a token of nothing that runs is passed over.</summary>
    public void Cancel(string token)
    {
        if (_callOff.TryGetValue(token, out var callOff))
        {
            callOff();
        }
    }

    private async Task<bool> TryCreateAsync(string token)
    {
        var id = asked.Begin(out var answer);
        sender.Send(new OutgoingRequest(id, Methods.WorkDoneProgressCreate, new WorkDoneProgressCreateParams(token)));
        try
        {
            await answer;
            return true;
        }
        catch (Exception exception) when (exception is RpcException or OperationCanceledException)
        {
            return false;
        }
    }

    private void Report(string token, IJsonWritable value) =>
        sender.Send(new OutgoingNotification(Methods.Progress, new ProgressParams(token, value)));
}
