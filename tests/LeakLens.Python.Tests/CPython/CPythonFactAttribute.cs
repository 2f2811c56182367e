namespace LeakLens.Python.Tests.CPython;

/// <summary>A comparison with CPython 3.11: counts as skipped, with the reason, where there is none; under CI=true its absence fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CPythonFactAttribute : FactAttribute
{
    public CPythonFactAttribute()
    {
        if (CPythonOracle.Library is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = CPythonOracle.WhyMissing;
        }
    }
}
