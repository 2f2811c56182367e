namespace LeakLens.Server.Lsp.Protocol;

internal enum FileChangeType
{
    Created = 1,
    Changed = 2,
    Deleted = 3,
}
