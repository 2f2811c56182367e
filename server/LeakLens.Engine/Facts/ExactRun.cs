using System.Runtime.ExceptionServices;
using LeakLens.Engine.Evaluation;
using LeakLens.Engine.Library;
using LeakLens.Python.Parsing;

namespace LeakLens.Engine.Facts;

/// <summary>Runs exactly what a module determines by itself, when it does and when that does not take too much.</summary>
internal static class ExactRun
{
    /// <summary>Some tenths of a second, seldom four seconds.</summary>
    private const int Steps = 14_000_000;

    /// <summary>Room for the recursion that CPython allows.</summary>
    private const int StackBytes = 64 * 1024 * 1024;

    /// <summary>The evaluation, or null when the program does not determine what it does, or does too much: then all was determined until the steps were spent.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static (Evaluator? Done, bool IsTooMuch) Try(SyntaxTree tree, TargetVersion target, LibraryCatalogue library, CancellationToken cancellation)
    {
        var done = Run(tree, target, library, cancellation, out var end);
        if (end is { NeedsStack: true })
        {
            (done, end) = RunOnThread(tree, target, library, cancellation);
        }

        return (done, end is { IsTooMuch: true });
    }

    /// <summary>Most programs call few functions inside each other; a thread would take longer to start than most runs take.</summary>
    private static (Evaluator? Done, NotDeterminedException? End) RunOnThread(SyntaxTree tree, TargetVersion target, LibraryCatalogue library, CancellationToken cancellation)
    {
        Evaluator? done = null;
        NotDeterminedException? end = null;
        ExceptionDispatchInfo? failure = null;

        void RunGuarded()
        {
            try
            {
                done = Run(tree, target, library, cancellation, out end);
            }
            catch (Exception fault)
            {
                // Whoever asked hears of it: an exception that leaves a thread would end the process.
                failure = ExceptionDispatchInfo.Capture(fault);
            }
        }

        var thread = new Thread(RunGuarded, StackBytes) { IsBackground = true };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return (done, end);
    }

    private static Evaluator? Run(SyntaxTree tree, TargetVersion target, LibraryCatalogue library, CancellationToken cancellation, out NotDeterminedException? end)
    {
        end = null;
        try
        {
            var evaluator = new Evaluator(tree, new Budget(Steps, cancellation), target, cancellation, isExact: true) { Models = library };
            evaluator.RunExactly();
            return evaluator;
        }
        catch (NotDeterminedException stopped)
        {
            end = stopped;
            return null;
        }
    }
}
