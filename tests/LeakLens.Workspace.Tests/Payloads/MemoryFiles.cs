using LeakLens.Engine.Decoding;

namespace LeakLens.Workspace.Tests.Payloads;

/// <summary>The files beside a program, in memory.</summary>
internal sealed class MemoryFiles(IReadOnlyDictionary<string, byte[]> files) : IProgramFiles
{
    public ProgramFile? Find(string path)
    {
        var name = path.StartsWith(IProgramFiles.Here, StringComparison.Ordinal) ? path[(IProgramFiles.Here.Length + 1)..] : path;
        return files.TryGetValue(name, out var content) ? new ProgramFile(name, content) : null;
    }
}
