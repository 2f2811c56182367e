using LeakLens.Engine;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Library;
using LeakLens.Engine.Modules;
using LeakLens.Python.Parsing;

namespace LeakLens.Workspace.Scanning;

/// <summary>What the engine knows about one file, before any rule.</summary>
public sealed record FileFacts(string Path, SyntaxTree Tree, MemoryFacts Facts)
{
    /// <summary>Evaluates on a stack as large as a scan's worker has, so that both give up at the same depth.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static FileFacts Gather(string path, SyntaxTree tree, TargetVersion target, CancellationToken cancellation) => Gather(path, tree, target, models: null, modules: null, cancellation);

    /// <summary>As above, with library models of a project's own, and with the modules beside the file.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static FileFacts Gather(string path, SyntaxTree tree, TargetVersion target, LibraryModels? models, IModuleSource? modules, CancellationToken cancellation)
    {
        var gather = new Task<MemoryFacts>(() => MemoryFacts.Gather(tree, target, models, modules, cancellation), CancellationToken.None);
        var thread = new Thread(() => gather.RunSynchronously(), Scanner.WorkerStackSize);
        thread.Start();
        return new FileFacts(path, tree, gather.GetAwaiter().GetResult());
    }
}
