using System.Collections.Immutable;

namespace LeakLens.Server.Lsp.TextDocument.CodeActions;

/// <summary>The kinds of actions that are offered.</summary>
internal static class CodeActionKinds
{
    public const string QuickFix = "quickfix";
    public const string FixAll = "source.fixAll.leaklens";

    public static readonly ImmutableArray<string> All = [QuickFix, FixAll];

    /// <summary>Whether a client that asks for some kinds wants this one; a kind stands for those below it, too.</summary>
    public static bool IsWanted(ImmutableArray<string> only, string kind) =>
        only.IsEmpty || only.Any(wanted => kind.StartsWith(wanted, StringComparison.Ordinal) && (kind.Length == wanted.Length || kind[wanted.Length] == '.'));
}
