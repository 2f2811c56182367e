using System.Text.RegularExpressions;
using LeakLens.Python.Syntax;

namespace LeakLens.Workspace.Tests.Accuracy;

/// <summary>
/// Whether a claim names the holder that the pair names. The two are written differently (<c>store.sessions</c> is
/// <c>Store.sessions</c> there), so the last name decides; what nothing holds any more stands in the function that is named.
/// </summary>
internal static partial class HolderMatch
{
    public static bool IsRight(Claim claim, MeasuredProgram program)
    {
        if (claim.Main is not { } fact || program.Holder is not { } holder)
        {
            return false;
        }

        if (program.IsPeak)
        {
            return SyntaxPath.Find(claim.Root, fact.Container.Start).Any(node => node is FunctionDef function && function.Name == holder);
        }

        // push.__self__ is the list whose method push is: the name before says it.
        var wanted = holder.Split('.').Last(name => !name.StartsWith("__", StringComparison.Ordinal));
        var names = Subscript().Replace(fact.Owner.Path ?? "", "").Split('.');
        return names.Contains(wanted, StringComparer.Ordinal);
    }

    [GeneratedRegex("""\[[^\]]*\]""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Subscript();
}
