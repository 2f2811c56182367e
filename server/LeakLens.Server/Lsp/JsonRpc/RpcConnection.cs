using System.IO.Pipelines;
using LeakLens.Server.Lsp.Json;
using Newtonsoft.Json.Linq;

namespace LeakLens.Server.Lsp.JsonRpc;

/// <summary>
/// Reads messages one after the other and hands them on: notifications are done before the next message is read,
/// requests go to the thread pool. Nothing that a client sends ends the loop but its own closing of the stream.
/// </summary>
internal sealed class RpcConnection(FrameReader frames, MessageSender sender, HandlerTable handlers, RunningRequests running, AskedRequests asked, IMessageGate gate, IRpcLog log)
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CongestionPause = TimeSpan.FromMilliseconds(5);

    /// <summary>Serves until the client closes the stream or <paramref name="stop"/> is cancelled; then everything that runs is called off.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var sending = sender.RunAsync();
        try
        {
            await ReadAllAsync(stop);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The stream broke, or we were asked to leave: the same as its end.
        }

        running.CancelAll();
        asked.CancelAll();
        sender.Complete();
        await Task.WhenAny(sending, Task.Delay(LastWords, CancellationToken.None));
    }

    private async Task ReadAllAsync(CancellationToken stop)
    {
        while (await frames.ReadAsync(stop) is { Status: not FrameStatus.End } frame)
        {
            while (sender.IsCongested)
            {
                await Task.Delay(CongestionPause, stop);
            }

            await HandleAsync(frame);
            stop.ThrowIfCancellationRequested();
        }
    }

    private async ValueTask HandleAsync(Frame frame)
    {
        if (frame.Status != FrameStatus.Message)
        {
            var code = frame.Status == FrameStatus.TooLarge ? ErrorCode.InvalidRequest : ErrorCode.ParseError;
            sender.Send(new ErrorResponse(null, code, frame.Problem));
            return;
        }

        foreach (var message in MessageParser.Parse(frame.Body))
        {
            await HandleAsync(message);
        }
    }

    private ValueTask HandleAsync(IncomingMessage message)
    {
        switch (message)
        {
            case IncomingRequest request:
                return HandleRequestAsync(request);
            case IncomingNotification notification:
                HandleNotification(notification);
                break;
            case IncomingResponse response when !asked.TryComplete(response):
                log.Warn($"The client answered a request that was not asked: {response.Id?.Text ?? "null"}.");
                break;
            case InvalidMessage invalid:
                sender.Send(new ErrorResponse(invalid.Id, invalid.Code, invalid.Problem));
                break;
        }

        return ValueTask.CompletedTask;
    }

    private void HandleNotification(IncomingNotification notification)
    {
        if (gate.Drops(notification.Method) || handlers.FindNotification(notification.Method) is not { } handle)
        {
            return;
        }

        try
        {
            handle(notification.Params);
        }
        catch (RpcException refusal)
        {
            log.Warn($"{notification.Method}: {refusal.Message}");
        }
        catch (Exception exception)
        {
            log.Error($"{notification.Method} failed", exception);
        }
    }

    private async ValueTask HandleRequestAsync(IncomingRequest request)
    {
        var endpoint = handlers.FindRequest(request.Method);
        var refusal = gate.Refuse(request.Method)
            ?? (endpoint is null ? new RpcException(ErrorCode.MethodNotFound, $"There is no method {request.Method}.") : null);
        if (refusal is not null || endpoint is null)
        {
            Refuse(request, refusal);
            return;
        }

        if (running.TryBegin(request.Id) is not { } cancellation)
        {
            Refuse(request, new RpcException(ErrorCode.InvalidRequest, $"A request with the id {request.Id.Text} is still running."));
            return;
        }

        // The token outlives its source: the source may be disposed of while the work still looks at it.
        var answering = AnswerAsync(request, endpoint, cancellation.Token);
        if (endpoint.InOrder)
        {
            await answering;
        }
    }

    private void Refuse(IncomingRequest request, RpcException? refusal) =>
        sender.Send(new ErrorResponse(request.Id, refusal?.Code ?? ErrorCode.InternalError, refusal?.Message ?? ""));

    private async Task AnswerAsync(IncomingRequest request, RequestEndpoint endpoint, CancellationToken token)
    {
        sender.Send(await ComputeAnswerAsync(request, endpoint, token));
        running.End(request.Id);
    }

    /// <summary>Never throws: whatever goes wrong is the answer.</summary>
    private async Task<IJsonWritable> ComputeAnswerAsync(IncomingRequest request, RequestEndpoint endpoint, CancellationToken token)
    {
        try
        {
            var work = endpoint.Bind(request.Params);
            var result = await (endpoint.InOrder ? work(token) : Task.Run(() => work(token), token));
            return new ResultResponse(request.Id, result);
        }
        catch (RpcException refusal)
        {
            return new ErrorResponse(request.Id, refusal.Code, refusal.Message, refusal.Details);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return new ErrorResponse(request.Id, ErrorCode.RequestCancelled, "The request was cancelled.");
        }
        catch (Exception exception)
        {
            log.Error($"{request.Method} failed", exception);
            return new ErrorResponse(request.Id, ErrorCode.InternalError, $"{request.Method} failed: {exception.GetType().Name}: {exception.Message}");
        }
    }
}
