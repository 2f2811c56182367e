using LeakLens.Engine;
using LeakLens.Server.Lsp.JsonRpc;

namespace LeakLens.Server.Lsp.Documents;

/// <summary>
/// For what an editor draws between the lines while somebody types. Refusing it for a text that has changed since would take it off the
/// screen until the editor asks again, and every line below would jump twice; so the newer version answers.
/// </summary>
internal static class NewestResult
{
    /// <summary>A document with its result; where that is called off by a newer version, the newer one with its own. Null when it was closed meanwhile.</summary>
    /// <exception cref="RpcException">The user called the analysis off.</exception>
    public static async Task<(Document Document, AnalysisResult Result)?> FindAsync(Session session, Document document, CancellationToken token)
    {
        var current = document;
        while (true)
        {
            try
            {
                return (current, await current.Analysis.GetResultAsync(token));
            }
            catch (RpcException) when (!ReferenceEquals(session.Current.Find(document.Uri), current))
            {
                if (session.Current.Find(document.Uri) is not { } newer)
                {
                    return null;
                }

                current = newer;
                await newer.Analysis.PauseAsync(token);
            }
        }
    }
}
