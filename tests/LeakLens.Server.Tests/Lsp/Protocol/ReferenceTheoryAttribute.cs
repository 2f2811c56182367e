namespace LeakLens.Server.Tests.Lsp.Protocol;

/// <summary>See <see cref="ReferenceFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    public ReferenceTheoryAttribute() => Skip = Reason;

    internal static string? Reason =>
        ProtocolReference.IsInstalled || Environment.GetEnvironmentVariable("CI") == "true" ? null : "the published protocol is not installed: npm ci in tests/protocol";
}
