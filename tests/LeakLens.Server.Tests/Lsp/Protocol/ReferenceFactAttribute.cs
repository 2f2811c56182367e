namespace LeakLens.Server.Tests.Lsp.Protocol;

/// <summary>A test that needs the published protocol. Where it is not installed the test is skipped, except under CI, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute() => Skip = ReferenceTheoryAttribute.Reason;
}
