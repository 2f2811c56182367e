using System.Collections.Immutable;
using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Configuration;
using LeakLens.Server.Lsp.Conversion;
using LeakLens.Server.Lsp.Documents;
using LeakLens.Server.Lsp.Json;
using LeakLens.Server.Lsp.Protocol;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Server.Lsp.TextDocument.CodeActions;

/// <summary>Turns a rule off in the configuration file of a document; where there is none, in the project's own file, or in a new one.</summary>
internal static class ProjectEdit
{
    private const string ProjectFile = "pyproject.toml";
    private const string OwnFile = "leaklens.toml";

    public static WorkspaceEdit? Ignore(ActionScene scene)
    {
        var file = FindFile(scene.Document, scene.Snapshot);
        if (file is null || Open(file, scene.Snapshot) is not { } text || ConfigurationEdit.Ignore(file, text, scene.Finding.Rule.Id) is not { } edit)
        {
            return null;
        }

        var client = scene.Snapshot.Client;
        var open = scene.Snapshot.ConfigurationDocuments.Values.FirstOrDefault(document => string.Equals(document.Path, file, StringComparison.Ordinal));
        var uri = open?.Uri ?? DocumentPath.ToUri(file);
        var change = new TextDocumentEdit(
            new OptionalVersionedTextDocumentIdentifier(uri, open?.Version),
            [new TextEdit(ProtocolConverter.ToRange(text, edit.Span, client.PositionUnit), edit.NewText)]);
        if (open is not null || File.Exists(file))
        {
            return EditWriter.Write([change], client);
        }

        ImmutableArray<IJsonWritable> creation = [new CreateFile(uri, new CreateFileOptions(IgnoreIfExists: true)), change];
        return client.CreatesFiles ? new WorkspaceEdit(creation, Changes: null) : null;
    }

    private static string? FindFile(Document document, SessionSnapshot snapshot)
    {
        if (document.Path is not { } path || Path.GetDirectoryName(path) is not { } folder)
        {
            return null;
        }

        var root = snapshot.Configurations.RootOf(path);
        var home = root.IsWindow ? folder : root.Path;
        var project = Path.Combine(home, ProjectFile);
        return ConfigurationEdit.FindNearest(folder) ?? (File.Exists(project) ? project : Path.Combine(home, OwnFile));
    }

    private static SourceText? Open(string file, SessionSnapshot snapshot)
    {
        if (snapshot.ConfigurationDocuments.Values.FirstOrDefault(document => string.Equals(document.Path, file, StringComparison.Ordinal)) is { } open)
        {
            return open.Text;
        }

        try
        {
            return File.Exists(file) ? DocumentLoader.Decode(DocumentLoader.ReadBytes(new ScanSource(file, file, IsNamed: false))) : SourceText.From("");
        }
        catch (DocumentException)
        {
            return null;
        }
    }
}
