using LeakLens.Python.Text;
using LeakLens.Server.Lsp.Protocol;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>What the client can show, as far as it changes what it is sent.</summary>
internal sealed record ClientFeatures(
    ColumnUnit PositionUnit,
    bool RelatedInformation,
    bool DiagnosticVersion,
    bool CodeDescription,
    bool DiagnosticData,
    bool MarkdownHover,
    bool WorkDoneProgress)
{
    /// <summary>What holds until a client has said what it can do: the protocol's defaults.</summary>
    public static readonly ClientFeatures None = new(ColumnUnit.Utf16, false, false, false, false, false, false);

    public string PositionEncoding => PositionUnit switch
    {
        ColumnUnit.Utf8 => PositionEncodingKind.Utf8,
        ColumnUnit.Utf32 => PositionEncodingKind.Utf32,
        _ => PositionEncodingKind.Utf16,
    };

    public static ClientFeatures Of(ClientCapabilities client)
    {
        var diagnostics = client.TextDocument?.PublishDiagnostics;
        return new ClientFeatures(
            ChooseUnit(client.General),
            diagnostics?.RelatedInformation ?? false,
            diagnostics?.VersionSupport ?? false,
            diagnostics?.CodeDescriptionSupport ?? false,
            diagnostics?.DataSupport ?? false,
            client.TextDocument?.Hover?.ContentFormat.Contains(MarkupKind.Markdown, StringComparer.Ordinal) ?? false,
            client.Window?.WorkDoneProgress ?? false);
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
