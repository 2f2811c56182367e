namespace LeakLens.Deployment.Tests;

/// <summary>Where the checkout lies, found upwards from the test's own folder.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (File.Exists(System.IO.Path.Combine(folder, "LeakLens.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("The tests do not run inside a checkout.");
    }
}
