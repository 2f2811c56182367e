using System.IO.Pipelines;

namespace LeakLens.Server.Lsp;

/// <summary><c>leaklens lsp</c>: the language server on standard input and output.</summary>
internal static class LspCommand
{
    /// <summary>Whether a command line says <c>lsp</c> and nothing else but what clients add of their own accord.</summary>
    public static bool IsMeant(ReadOnlySpan<string> words)
    {
        if (words is not ["lsp", ..])
        {
            return false;
        }

        foreach (var word in words[1..])
        {
            if (word is not "--stdio" && !word.StartsWith("--clientProcessId=", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    public static int Run()
    {
        var output = PipeWriter.Create(Console.OpenStandardOutput());
        return LanguageServer.RunAsync(StandardInput.Open(), output, ServerOptions.Default).GetAwaiter().GetResult();
    }
}
