using System.Collections.Immutable;

namespace LeakLens.Engine;

/// <summary>What configuration and command line call a version: <c>3.12</c>, or <c>py312</c> as other tools do.</summary>
public static class TargetVersionName
{
    /// <summary>As written in help and messages, the oldest first; the place in the list is the value.</summary>
    public static readonly ImmutableArray<string> All = ["3.11", "3.12", "3.13", "3.14"];

    public static bool TryParse(string text, out TargetVersion version)
    {
        var dotted = text is ['p', 'y', '3', .. var minor] ? "3." + minor : text;
        for (var i = 0; i < All.Length; i++)
        {
            if (string.Equals(dotted, All[i], StringComparison.Ordinal))
            {
                version = (TargetVersion)i;
                return true;
            }
        }

        version = default;
        return false;
    }
}
