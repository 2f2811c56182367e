namespace LeakLens.Server.Tests.Lsp.Protocol;

/// <summary>A declared type: members of its own, and the types whose members it takes over, all of them or one of them.</summary>
internal sealed record DeclaredType(IReadOnlyDictionary<string, DeclaredMember> Members, IReadOnlyList<string> Parts, bool IsUnion);
