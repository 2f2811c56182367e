using LeakLens.Engine;
using LeakLens.Engine.Decoding.Blobs;
using LeakLens.Engine.Decoding.Pickles;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;
using LeakLens.Workspace.Scanning;

namespace LeakLens.Workspace.DataFiles;

/// <summary>What a file hides: a program's payloads, or what the bytes of another file are when they are decoded.</summary>
/// <param name="Program">What was said about it as Python; null when it is none.</param>
/// <param name="Blob">What it decodes to, when that is code.</param>
/// <param name="Pickle">Its opcodes, when it is a pickle.</param>
/// <param name="Compiled">The names in it, when it is compiled Python.</param>
public sealed record DecodedFile(string Path, AnalysisResult? Program, Blob? Blob, Pickle? Pickle, string? Compiled)
{
    /// <summary>A header in front of compiled code in files: two numbers and what it was made of.</summary>
    private const int CompiledHeader = 16;

    /// <summary>Looks into a file. Nothing of it is run, loaded or imported.</summary>
    /// <param name="text">The file as a text; null when it is none.</param>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public static DecodedFile Read(string path, string fullPath, byte[] bytes, SourceText? text, CancellationToken cancellation)
    {
        if (text is not null && Analyze(fullPath, text, cancellation) is { } program && (program.Tree.Errors.IsEmpty || !program.Payloads.IsEmpty) && (program.Payloads.Length > 0 || Discovery.PythonFiles.HasPythonName(fullPath)))
        {
            return new DecodedFile(path, program, null, null, null);
        }

        return new DecodedFile(path, null, BlobReader.Read(bytes, cancellation), PickleReader.Read(bytes), MarshalReader.Read(bytes) ?? (bytes is [_, 0x0d, 0x0d, 0x0a, ..] ? MarshalReader.Read(bytes[Math.Min(CompiledHeader, bytes.Length)..]) : null));
    }

    /// <summary>On a stack as large as a scan's worker has.</summary>
    private static AnalysisResult Analyze(string fullPath, SourceText text, CancellationToken cancellation)
    {
        var options = new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet) { Files = new WorkspaceFiles(fullPath, System.IO.Path.GetDirectoryName(fullPath) ?? fullPath, string.Empty) };
        var analysis = new Task<AnalysisResult>(() => Analyzer.Analyze(text, options, cancellation), CancellationToken.None);
        new Thread(() => analysis.RunSynchronously(), Scanner.WorkerStackSize).Start();
        return analysis.GetAwaiter().GetResult();
    }
}
