namespace LeakLens.Server.Tests.Lsp.Protocol;

internal sealed record DeclaredMember(string Type, bool IsOptional);
