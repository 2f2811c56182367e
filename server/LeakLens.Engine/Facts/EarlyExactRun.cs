using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Library;
using LeakLens.Python.Parsing;

namespace LeakLens.Engine.Facts;

/// <summary>The exact run of a module, begun on another thread before it is known whether anybody wants it. It is called off when nobody does.</summary>
internal sealed class EarlyExactRun : IDisposable
{
    private readonly CancellationTokenSource _unwanted;
    private readonly Task<(Evaluator? Done, bool IsTooMuch)> _run;

    public EarlyExactRun(SyntaxTree tree, TargetVersion target, LibraryCatalogue library, CancellationToken cancellation)
    {
        _unwanted = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var token = _unwanted.Token;
        _run = Task.Run(() => ExactRun.Try(tree, target, library, token), token);
    }

    /// <summary>As <see cref="ExactRun.Try"/>. What no thread has begun yet is run by the one that asks.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public (Evaluator? Done, bool IsTooMuch) Get() => _run.GetAwaiter().GetResult();

    public void Dispose()
    {
        _unwanted.Cancel();
        _unwanted.Dispose();
    }
}
