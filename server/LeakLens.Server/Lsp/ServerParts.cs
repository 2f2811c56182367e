using LeakLens.Server.Lsp.Client.RegisterCapability;
using LeakLens.Server.Lsp.ClientProcess;
using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Documentation;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.General;
using LeakLens.Server.Lsp.JsonRpc;
using LeakLens.Server.Lsp.TextDocument.PublishDiagnostics;
using LeakLens.Server.Lsp.Window.LogMessage;
using LeakLens.Server.Lsp.Window.WorkDoneProgress;
using LeakLens.Server.Lsp.Workspace.DidChangeWatchedFiles;
using LeakLens.Server.Lsp.Workspace.Scan;
using LeakLens.Server.Lsp.Workspace.TextDocumentContent;

namespace LeakLens.Server.Lsp;

/// <summary>What handlers are made of.</summary>
internal sealed class ServerParts
{
    public ServerParts(ServerOptions options, MessageSender sender, ServerLifecycle lifecycle, ClientProcessWatch clientProcess)
    {
        Lifecycle = lifecycle;
        ClientProcess = clientProcess;
        Sender = sender;
        Documentation = options.Documentation;
        Session = new Session(options.Analyze, options.Rehearsals);
        Log = new ClientLog(Session, sender);
        Client = new ClientRequests(Asked, sender);
        Progress = new ProgressDisplay(Session, sender, Asked);
        var sending = new Lock();
        Background = new BackgroundDiagnostics(Session, sender, sending);
        Pages = new LeakPathPages(Session, Client);
        Diagnostics = new DiagnosticsPublisher(Session, sender, Client, options.Documentation, Progress, Log, Pages, sending);
        Problems = new ConfigurationProblems(Session, Background);
        DataFiles = new DataFileWatch(Session, Client, Diagnostics);
        Session.Analyzed = DataFiles.Note;
        Scan = new WorkspaceScan(Session, Background, Progress, options.Documentation, Log, DataFiles);
        Configuration = new ConfigurationControl(Session, Client, Problems, Diagnostics, Scan, new DiagnosticsRegistration(Session, Client, Background), DataFiles, Log);
        Registrar = new Registrar(Session, Client);
    }

    public Session Session { get; }

    public ServerLifecycle Lifecycle { get; }

    public ClientProcessWatch ClientProcess { get; }

    public MessageSender Sender { get; }

    public RunningRequests Running { get; } = new();

    public AskedRequests Asked { get; } = new();

    public ClientRequests Client { get; }

    public ClientLog Log { get; }

    public ProgressDisplay Progress { get; }

    public BackgroundDiagnostics Background { get; }

    public LeakPathPages Pages { get; }

    public DiagnosticsPublisher Diagnostics { get; }

    public ConfigurationProblems Problems { get; }

    public DataFileWatch DataFiles { get; }

    public WorkspaceScan Scan { get; }

    public ConfigurationControl Configuration { get; }

    public Registrar Registrar { get; }

    public IRuleDocumentation Documentation { get; }
}
