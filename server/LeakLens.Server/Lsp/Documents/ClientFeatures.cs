using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>What the client can do, as far as it changes what it is sent.</summary>
internal sealed record ClientFeatures
{
    /// <summary>What holds until a client has said what it can do: the protocol's defaults.</summary>
    public static readonly ClientFeatures None = new();

    public ColumnUnit PositionUnit { get; init; } = ColumnUnit.Utf16;

    public bool RelatedInformation { get; init; }

    public bool DiagnosticVersion { get; init; }

    public bool CodeDescription { get; init; }

    public bool DiagnosticData { get; init; }

    public bool MarkdownHover { get; init; }

    public bool WorkDoneProgress { get; init; }

    /// <summary>It asks for the diagnostics of what it has open.</summary>
    public bool PullsDiagnostics { get; init; }

    /// <summary>It can be told later for what to ask for diagnostics.</summary>
    public bool RegistersDiagnostics { get; init; }

    public bool RefreshesDiagnostics { get; init; }

    public bool RefreshesLenses { get; init; }

    public bool RefreshesHints { get; init; }

    /// <summary>It shows pages that the server writes, and asks for them again when it is told to.</summary>
    public bool RefreshesContent { get; init; }

    /// <summary>It is our own extension, which has the commands that links call.</summary>
    public bool HasCommands { get; init; }

    public bool AnswersConfiguration { get; init; }

    public bool RegistersConfiguration { get; init; }

    public bool WatchesFiles { get; init; }

    /// <summary>It takes edits of a version of a document, and files to be created.</summary>
    public bool DocumentChanges { get; init; }

    public bool CreatesFiles { get; init; }

    /// <summary>An edit may have a place for the user to fill in.</summary>
    public bool SnippetEdits { get; init; }

    /// <summary>It asks for the edit of an action when the user has chosen it.</summary>
    public bool ResolvesEdits { get; init; }

    public string PositionEncoding => PositionUnit switch
    {
        ColumnUnit.Utf8 => PositionEncodingKind.Utf8,
        ColumnUnit.Utf32 => PositionEncodingKind.Utf32,
        _ => PositionEncodingKind.Utf16,
    };

    public static ClientFeatures Of(ClientCapabilities client)
    {
        var published = client.TextDocument?.PublishDiagnostics;
        var pulled = client.TextDocument?.Diagnostic;
        var workspace = client.Workspace;
        var edits = workspace?.WorkspaceEdit;
        var actions = client.TextDocument?.CodeAction;
        return new ClientFeatures
        {
            PositionUnit = ChooseUnit(client.General),
            RelatedInformation = published is { RelatedInformation: true } || pulled is { RelatedInformation: true },
            DiagnosticVersion = published is { VersionSupport: true },
            CodeDescription = published is { CodeDescriptionSupport: true } || pulled is { CodeDescriptionSupport: true },
            DiagnosticData = published is { DataSupport: true } || pulled is { DataSupport: true },
            MarkdownHover = client.TextDocument?.Hover?.ContentFormat.Contains(MarkupKind.Markdown, StringComparer.Ordinal) ?? false,
            WorkDoneProgress = client.Window is { WorkDoneProgress: true },
            PullsDiagnostics = pulled is not null,
            RegistersDiagnostics = pulled is { DynamicRegistration: true },
            RefreshesDiagnostics = workspace?.Diagnostics is { RefreshSupport: true },
            RefreshesLenses = workspace?.CodeLens is { RefreshSupport: true },
            RefreshesHints = workspace?.InlayHint is { RefreshSupport: true },
            RefreshesContent = workspace?.TextDocumentContent is not null,
            AnswersConfiguration = workspace is { Configuration: true },
            RegistersConfiguration = workspace?.DidChangeConfiguration is { DynamicRegistration: true },
            DocumentChanges = edits is { DocumentChanges: true },
            CreatesFiles = edits is { DocumentChanges: true } && edits.ResourceOperations.Contains("create", StringComparer.Ordinal),
            SnippetEdits = edits is { DocumentChanges: true, SnippetEditSupport: true },
            ResolvesEdits = actions is { DataSupport: true, ResolveSupport: { } resolve } && resolve.Properties.Contains("edit", StringComparer.Ordinal),
            WatchesFiles = workspace?.DidChangeWatchedFiles is { DynamicRegistration: true },
        };
    }

    /// <summary>The first encoding of the client's own order: all three cost us the same.</summary>
    private static ColumnUnit ChooseUnit(GeneralClientCapabilities? general)
    {
        foreach (var encoding in general?.PositionEncodings ?? [])
        {
            switch (encoding)
            {
                case PositionEncodingKind.Utf8:
                    return ColumnUnit.Utf8;
                case PositionEncodingKind.Utf16:
                    return ColumnUnit.Utf16;
                case PositionEncodingKind.Utf32:
                    return ColumnUnit.Utf32;
            }
        }

        return ColumnUnit.Utf16;
    }
}
