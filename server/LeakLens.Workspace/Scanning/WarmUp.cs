using LeakLens.Engine;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Scanning;

/// <summary>
/// Half of the time that one small file takes is spent before it is looked at: facts about libraries are read, and code is prepared that has
/// never run. That can be done while the process finds out what it is asked for.
/// </summary>
public static class WarmUp
{
    /// <summary>Analyses a line of nothing in the background. What comes meanwhile waits for no more than it needs.</summary>
    public static void Begin() => new Thread(Run, Scanner.WorkerStackSize) { IsBackground = true, Name = "warm-up" }.Start();

    private static void Run()
    {
        try
        {
            Analyzer.Analyze(SourceText.From("x = 1\n"), new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet));
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            // Data that cannot be read meets whoever asks for it next, and he says so.
        }
    }
}
