namespace LeakLens.Server.Cli;

/// <summary>
/// Opens standard input. A program that was started without one finds something else under its number: the runtime opens pipes of its
/// own before the first line of ours, and the first of them takes the free number. Reading that would wait for ever.
/// </summary>
internal static class StandardInputStream
{
    private const string Descriptors = "/proc/self/fd";
    private const string DescriptorInfo = "/proc/self/fdinfo";

    /// <summary>The bits of open's flags that say whether a descriptor may be written to.</summary>
    private const int AccessMode = 3;

    /// <exception cref="IOException">There is none.</exception>
    public static Stream Open() => OperatingSystem.IsLinux() && IsOwnPipe() ? throw new IOException("it is closed") : Console.OpenStandardInput();

    /// <summary>The end that writes is ours, too: nobody outside can ever write, and it never ends.</summary>
    private static bool IsOwnPipe()
    {
        try
        {
            var input = new FileInfo($"{Descriptors}/0").LinkTarget;
            return input?.StartsWith("pipe:", StringComparison.Ordinal) == true
                && new DirectoryInfo(Descriptors).EnumerateFiles().Any(descriptor => string.Equals(descriptor.LinkTarget, input, StringComparison.Ordinal) && MayWrite(descriptor.Name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool MayWrite(string descriptor)
    {
        var flags = File.ReadLines($"{DescriptorInfo}/{descriptor}").FirstOrDefault(line => line.StartsWith("flags:", StringComparison.Ordinal));
        return flags is not null && (Convert.ToInt32(flags["flags:".Length..].Trim(), 8) & AccessMode) != 0;
    }
}
