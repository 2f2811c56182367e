namespace LeakLens.Workspace.Gate;

/// <summary>A change of the code after which a gate would let it pass.</summary>
/// <param name="Description">One sentence without its full stop.</param>
/// <param name="IsVerified">The changed text was analysed, and passes.</param>
/// <param name="NewText">The changed text, when it was verified.</param>
public sealed record AcceptableChange(string Description, bool IsVerified, string? NewText = null);
