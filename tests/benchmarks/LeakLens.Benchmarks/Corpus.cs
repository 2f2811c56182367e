using LeakLens.Python.Text;

namespace LeakLens.Benchmarks;

/// <summary>The Python files of a folder, decoded; those that cannot be are left out.</summary>
internal sealed record Corpus(IReadOnlyList<SourceText> Texts, long Bytes)
{
    public static Corpus Read(string folder)
    {
        var texts = new List<SourceText>();
        var bytes = 0L;
        foreach (var file in Directory.EnumerateFiles(folder, "*.py", SearchOption.AllDirectories).Where(file => !file.Contains("site-packages", StringComparison.Ordinal)))
        {
            var content = File.ReadAllBytes(file);
            if (SourceDecoder.TryDecode(content, out var text, out _))
            {
                texts.Add(text);
                bytes += content.Length;
            }
        }

        return new Corpus(texts, bytes);
    }
}
