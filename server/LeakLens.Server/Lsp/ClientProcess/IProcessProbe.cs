namespace LeakLens.Server.Lsp.ClientProcess;

/// <summary>Tells whether one process still runs.</summary>
internal interface IProcessProbe
{
    bool IsAlive { get; }
}
