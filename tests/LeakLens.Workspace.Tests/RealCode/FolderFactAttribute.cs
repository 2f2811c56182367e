namespace LeakLens.Workspace.Tests.RealCode;

/// <summary>A fact about a folder that <c>npm run proof</c> names in a variable. Elsewhere it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FolderFactAttribute : FactAttribute
{
    public FolderFactAttribute(string variable)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)))
        {
            Skip = $"{variable} names no folder: `npm run proof` sets it where the code is to be had";
        }
    }
}
