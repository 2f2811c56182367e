namespace LeakLens.Workspace.Tests.Toml;

/// <summary>A fact about the cases of toml-test. Where they are not, it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TomlTestSuiteFactAttribute : FactAttribute
{
    public TomlTestSuiteFactAttribute()
    {
        if (TomlTestSuite.Folder is null)
        {
            Skip = TomlTestSuite.WhyMissing;
        }
    }
}
